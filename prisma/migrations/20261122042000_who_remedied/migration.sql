-- AlterTable
ALTER TABLE "Deficiency" ADD COLUMN     "remediedBy" UUID[] DEFAULT ARRAY[]::UUID[];

-- Of what was there before, nobody knows which plan was started: everybody named or reporting counts, once it was begun.
update "Deficiency" d set "remediedBy" = coalesce((
  select array_agg(distinct who) from (
    select p."remediatorPersonId" as who from "RemediationPlan" p where p."deficiencyId" = d.id
    union select i."reportedBy" from "Implementation" i where i."deficiencyId" = d.id and i."reportedBy" is not null) as hands), '{}')
where d.status in ('in-remediation', 'implemented', 'observing', 'retesting', 'closed', 'accepted');

create or replace function kp_retest_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare d "Deficiency";
begin
  select * into d from "Deficiency" where "unitId" = new."unitId" and id = new."deficiencyId";
  if new."testerPersonId" in (d."ownerPersonId", d."remediatorPersonId") or kp_answers_for(new."testerPersonId", new."unitId", d."pointId")
     or new."testerPersonId" = any (d."remediedBy")
     or exists (select 1 from "Implementation" i where i."deficiencyId" = d.id and i."reportedBy" = new."testerPersonId")
     or (d.grade in ('significant-deficiency', 'material-weakness') and new."testerPersonId" = d."firstTesterPersonId") then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Retest';
  end if;
  return new;
end $$;
