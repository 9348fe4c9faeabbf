-- A part of something released is seen by an external auditor where its parent is. Written out, that made the plan of every statement on these tables
-- carry its parents' policies and theirs in turn, which operating readers planned and started for nothing; behind a function it costs them one test.
-- The functions look as whoever asks: the parents' own policies decide.
do $$ declare p record; begin
  for p in select * from (values
    ('AttributeJudgement', 'Sample', 'sampleId'), ('ExceptionDecision', 'Sample', 'sampleId'), ('PopulationItem', 'Population', 'populationId'), ('RetestSample', 'Retest', 'retestId'),
    ('EvidenceFile', 'EvidenceVersion', 'versionId'), ('EvidenceUse', 'EvidenceVersion', 'versionId')
  ) as v (tab, parent, col) loop
    execute format('create or replace function %I(parent uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $f$ begin return exists (select 1 from %I where id = parent); end $f$', 'kp_sees_' || lower(p.parent), p.parent);
    execute format('revoke all on function %I(uuid) from public', 'kp_sees_' || lower(p.parent));
    execute format('alter policy kp_read on %I using ("unitId" = any ((select kp_units())::uuid[]) and ((select kp_operating()) or %I(%I)))', p.tab, 'kp_sees_' || lower(p.parent), p.col);
  end loop;
end $$;
create function kp_sees_use_of(obligation uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin return exists (select 1 from "EvidenceUse" where "obligationId" = obligation); end $$;
revoke all on function kp_sees_use_of(uuid) from public;
alter policy kp_read on "Obligation" using ("unitId" = any ((select kp_units())::uuid[]) and ((select kp_operating()) or kp_sees_use_of(id)));
