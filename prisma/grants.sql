-- What the application's role may do, said anew at every start. :role is its quoted name; it owns nothing.
grant usage on schema public to :role;
revoke all on all tables in schema public from :role;
grant select, insert, update on all tables in schema public to :role;
grant delete on "HandbookNode", "Step", "PointVersion", "Edition", "HandbookImport", "IdempotencyKey", "Holiday",
  "Scope", "ScopedUnit", "SignificantAccount", "FraudRisk", "ServiceProvider" to :role;
revoke insert, update on "AuditHead", "Installation", "Session" from :role;
revoke update on "AuditEvent", "AuditSubject", "RefusalNote", "EvidenceRecord", "EvidenceVersion", "EvidenceFile", "Signature",
  "DesignTest", "ConformityTest", "Population", "PopulationItem", "Draw", "Sample", "TestConclusion", "TestReview", "PaperOpening",
  "DeficiencyConfirmation", "Grading", "RemediationPlan", "RetestSample", "Closure", "Point", "Release", "Obligation", "Withholding", "ChangeRequestStep", "FaultWaiver", "HandoverSignature" from :role;
revoke all on "_prisma_migrations", "Credential", "OneTimeLink", "SignInAttempt", "OneTimeCode", "RecoveryCode", "SignInStep", "Passkey", "PasskeyChallenge", "FreshProof" from :role;
do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'kp\_%' loop
    execute format('grant execute on function %s to %s', f.name, ':role');
  end loop;
end $$;
-- How much is written to a table at this moment by others (its own transaction's it may count) is no business of the role's: monitoring has it as pg_monitor. Only who may
-- change the catalogue can say so (the embedded server's owner can); elsewhere the numbers stay open. See docs/decisions/001.
do $$ declare f record; begin
  if has_table_privilege('public', 'pg_stat_user_tables', 'select') then
    for f in select c.oid::regclass as name from pg_class c where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'v'
        and (c.relname ~ '^pg_stat(io)?_(all|user|sys)_(tables|indexes)$' or c.relname ~ '^pg_statio_(all|user|sys)_sequences$') loop
      execute format('revoke all on %s from public; grant select on %s to pg_monitor', f.name, f.name);
    end loop;
    for f in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.pronargs = 1 and p.proargtypes[0] = 'oid'::regtype
        and p.proname ~ '^pg_stat_get_' and p.proname !~ '^pg_stat_get_(xact|db|backend|function|subscription|replication|wal)' loop
      execute format('revoke all on function %s from public; grant execute on function %s to pg_monitor', f.name, f.name);
    end loop;
  end if;
exception when insufficient_privilege or internal_error then null; -- internal_error: another start is saying the same.
end $$;
