-- What the application's role may do, said anew at every start. :role is its quoted name; it owns nothing.
grant usage on schema public to :role;
revoke all on all tables in schema public from :role;
grant select, insert, update on all tables in schema public to :role;
grant delete on "HandbookNode", "Step", "PointVersion", "Edition", "HandbookImport", "IdempotencyKey", "Holiday",
  "Scope", "ScopedUnit", "SignificantAccount", "FraudRisk", "ServiceProvider" to :role;
revoke insert, update on "AuditHead", "Installation", "Session" from :role;
revoke update on "AuditEvent", "AuditSubject", "RefusalNote", "EvidenceRecord", "EvidenceVersion", "EvidenceFile", "Signature",
  "DesignTest", "ConformityTest", "Population", "PopulationItem", "Draw", "Sample", "TestConclusion", "TestReview", "PaperOpening",
  "DeficiencyConfirmation", "Grading", "RemediationPlan", "RetestSample", "Closure", "Point", "Release", "Withholding", "ChangeRequestStep", "FaultWaiver", "HandoverSignature" from :role;
revoke all on "_prisma_migrations", "Credential", "OneTimeLink", "SignInAttempt", "OneTimeCode", "RecoveryCode", "SignInStep", "Passkey", "PasskeyChallenge", "FreshProof" from :role;
do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'kp\_%' loop
    execute format('grant execute on function %s to %s', f.name, ':role');
  end loop;
end $$;
