-- Asking for each row whether its parent is seen took an external auditor ten times as long on long lists: what is released to them is
-- found once for a statement, from the releases. A part is always of its parent's unit, so the policy's own test of the unit is the parent's too.
create function kp_released_subjects(kind text) returns setof uuid language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  select r."subjectId" from "Release" r
    join "Engagement" e on e.id = r."engagementId" and e."endedAt" is null and current_date between e."from" and e."to"
    join "EngagementMember" m on m."engagementId" = e.id and m."personId" = kp_person()
  where r."subjectKind" = kind and kp_audience('released')
$$;
create function kp_released_parts(kind text) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  case kind
    when 'sample' then return query select id from "Sample" where "testId" in (select kp_released_subjects('test'));
    when 'population' then return query select id from "Population" where "testId" in (select kp_released_subjects('test'));
    when 'retest' then return query select id from "Retest" where "deficiencyId" in (select kp_released_subjects('deficiency'));
    when 'version' then return query select id from "EvidenceVersion" where "recordId" in (select kp_released_subjects('record'));
    when 'obligation' then return query select u."obligationId" from "EvidenceVersion" v join "EvidenceUse" u on u."unitId" = v."unitId" and u."versionId" = v.id
      where v."recordId" in (select kp_released_subjects('record'));
    else raise exception 'unknown part %', kind;
  end case;
end $$;
revoke all on function kp_released_subjects(text), kp_released_parts(text) from public;
do $$ declare p record; begin
  for p in select * from (values
    ('AttributeJudgement', 'sample', 'sampleId'), ('ExceptionDecision', 'sample', 'sampleId'), ('PopulationItem', 'population', 'populationId'), ('RetestSample', 'retest', 'retestId'),
    ('EvidenceFile', 'version', 'versionId'), ('EvidenceUse', 'version', 'versionId'), ('Obligation', 'obligation', 'id')
  ) as v (tab, part, col) loop
    execute format('alter policy kp_read on %I using ("unitId" = any ((select kp_units())::uuid[]) and ((select kp_operating()) or %I in (select kp_released_parts(%L))))', p.tab, p.col, p.part);
  end loop;
end $$;
drop function kp_sees_sample(uuid), kp_sees_population(uuid), kp_sees_retest(uuid), kp_sees_evidenceversion(uuid), kp_sees_use_of(uuid);
