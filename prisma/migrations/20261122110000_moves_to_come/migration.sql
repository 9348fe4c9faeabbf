-- A move that is for a later day is agreed when it is decided, and takes effect on its day (domain.md § 2).
-- AlterTable
ALTER TABLE "PersonnelChange" ADD COLUMN     "agreedDepartmentId" UUID,
ADD COLUMN     "agreedInterimId" UUID,
ADD COLUMN     "agreedPositionId" UUID,
ADD COLUMN     "agreedUnitId" UUID,
ADD COLUMN     "tookEffectAt" TIMESTAMPTZ(3);

alter table "PersonnelChange" add constraint "kp_PersonnelChange_agreedInterimId_fkey" foreign key ("agreedInterimId") references "Person" (id);
alter table "PersonnelChange" add constraint "kp_PersonnelChange_agreedUnitId_fkey" foreign key ("agreedUnitId") references "Unit" (id);
alter table "PersonnelChange" drop constraint "kp_PersonnelChange_status";
alter table "PersonnelChange" add constraint "kp_PersonnelChange_status" check (status in ('open', 'agreed', 'carried-out', 'dismissed'));
alter table "PersonnelChange" add constraint kp_personnel_agreed check (status <> 'agreed' or kind = 'mover' and "on" is not null and "agreedUnitId" is not null);
-- The same is not noticed twice while it waits, for a decision or for its day.
drop index kp_one_personnel_change;
create unique index kp_one_personnel_change on "PersonnelChange" (kind, lower(email)) where status in ('open', 'agreed');
create or replace function kp_personnel_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  agreed constant text[] := '{agreedUnitId,agreedDepartmentId,agreedPositionId,agreedInterimId}';
  free constant text[] := '{status,personId,decidedBy,decidedAt,reason,version,tookEffectAt}';
begin
  if old.status not in ('open', 'agreed') or old.status = 'agreed' and new.status not in ('carried-out', 'dismissed')
     or (to_jsonb(new) - free - (case when old.status = 'open' and new.status = 'agreed' then agreed else '{}' end)) is distinct from (to_jsonb(old) - free - (case when old.status = 'open' and new.status = 'agreed' then agreed else '{}' end))
     or old."personId" is not null and new."personId" is distinct from old."personId"
     or new."tookEffectAt" is not null and (old.status <> 'agreed' or new.status <> 'carried-out' or (new."tookEffectAt" at time zone 'Asia/Shanghai')::date < old."on")
     or old.status = 'agreed' and new.status = 'carried-out' and new."tookEffectAt" is null then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'PersonnelChange';
  end if;
  if new."decidedBy" is not null and new."decidedBy" = new."personId" then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'PersonnelChange';
  end if;
  return new;
end $$;
