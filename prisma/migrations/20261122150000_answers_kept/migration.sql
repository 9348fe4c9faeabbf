-- What evidence has answered an obligation stands on its row, so that a quarter is counted in one pass (docs/decisions/018-answers-kept.md).
alter table "Obligation" add column "answer" text;
alter table "Obligation" add constraint "kp_Obligation_answer" check (answer in ('accepted', 'did-not-occur', 'submitted', 'returned'));
-- A row is rewritten when it is answered and when the answer is judged: room for that on its own page leaves the indexes alone.
alter table "Obligation" set (fillfactor = 80);

-- The words of lib/evidence/rules/status.ts ("answerOf"), of the uses that whoever asks may see: only the newest version of each record counts.
create function kp_answer_of(unit uuid, obligation uuid) returns text language plpgsql stable as $$
begin
  return (
    select case when bool_or(accepted and occurred) then 'accepted' when bool_or(accepted) then 'did-not-occur'
      when bool_or(status = 'submitted') then 'submitted' when bool_or(status = 'returned') then 'returned' end
    from (
      select distinct on (v."recordId") u.status, u.status in ('accepted', 'sealed') as accepted, v.occurred
      from (select * from "EvidenceUse" where "unitId" = unit and "obligationId" = obligation offset 0) u
      join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
      order by v."recordId", v.version desc) newest);
end $$;

-- Whoever changes another use of the same obligation waits for the lock, and the statement after it sees what the other did.
create function kp_keep_answers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; kept text; answered text;
begin
  for one in select distinct "unitId", "obligationId" as id from changed order by 2 loop
    select answer into kept from "Obligation" where "unitId" = one."unitId" and id = one.id for no key update;
    answered := kp_answer_of(one."unitId", one.id);
    if answered is distinct from kept then update "Obligation" set answer = answered where "unitId" = one."unitId" and id = one.id; end if;
  end loop;
  return null;
end $$;
create trigger kp_answer_new after insert on "EvidenceUse" referencing new table as changed for each statement execute function kp_keep_answers();
create trigger kp_answer_changed after update on "EvidenceUse" referencing new table as changed for each statement execute function kp_keep_answers();
revoke all on function kp_answer_of(uuid, uuid), kp_keep_answers() from public;

update "Obligation" o set answer = kp_answer_of(o."unitId", o.id) where exists (select 1 from "EvidenceUse" u where u."unitId" = o."unitId" and u."obligationId" = o.id);

-- A new obligation is unanswered; the application's role changes none (prisma/grants.sql).
alter policy kp_insert on "Obligation" with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()) and answer is null);
