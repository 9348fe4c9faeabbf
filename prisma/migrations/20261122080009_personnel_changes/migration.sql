-- Joiners, movers and leavers wait for a decision: nobody is let in or shut out silently (domain.md § 2).
-- CreateTable
CREATE TABLE "PersonnelChange" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "listName" TEXT,
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "employeeNumber" TEXT,
    "email" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "department" TEXT,
    "departmentId" UUID,
    "position" TEXT,
    "positionId" UUID,
    "wasUnitId" UUID,
    "wasDepartment" TEXT,
    "wasPosition" TEXT,
    "on" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "noticedBy" UUID,
    "noticedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PersonnelChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonnelChange_unitId_status_idx" ON "PersonnelChange"("unitId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "PersonnelChange_unitId_id_key" ON "PersonnelChange"("unitId", "id");

do $$ declare c record; begin
  for c in select * from (values ('personId'), ('noticedBy'), ('decidedBy')) as v (col) loop
    execute format('alter table "PersonnelChange" add constraint %I foreign key (%I) references "Person" (id)', 'kp_PersonnelChange_' || c.col || '_fkey', c.col);
  end loop;
  for c in select * from (values ('source', 'list,sign-in'), ('kind', 'joiner,mover,leaver'), ('status', 'open,carried-out,dismissed')) as v (col, allowed) loop
    execute format('alter table "PersonnelChange" add constraint %I check (%I = any (string_to_array(%L, '','')))', 'kp_PersonnelChange_' || c.col, c.col, c.allowed);
  end loop;
end $$;
alter table "PersonnelChange" add constraint kp_personnel_person check ((kind = 'joiner') = ("personId" is null) or status = 'carried-out');
alter table "PersonnelChange" enable row level security;
create policy kp_unit on "PersonnelChange" using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
  with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));
create trigger kp_untruncated before truncate on "PersonnelChange" for each statement execute function kp_refuse_change();
create trigger kp_unerased before delete on "PersonnelChange" for each row execute function kp_refuse_change();
-- The same is not noticed twice while it waits.
create unique index kp_one_personnel_change on "PersonnelChange" (kind, lower(email)) where status = 'open';
create function kp_personnel_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status <> 'open' or (to_jsonb(new) - '{status,personId,decidedBy,decidedAt,reason,version}'::text[]) is distinct from (to_jsonb(old) - '{status,personId,decidedBy,decidedAt,reason,version}'::text[])
     or old."personId" is not null and new."personId" is distinct from old."personId" then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'PersonnelChange';
  end if;
  if new."decidedBy" is not null and new."decidedBy" = new."personId" then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'PersonnelChange';
  end if;
  return new;
end $$;
create trigger kp_life before update on "PersonnelChange" for each row execute function kp_personnel_life();
revoke all on function kp_personnel_life() from public;

-- Whoever leaves on a day is nobody from then on, without any job: their sessions and tokens open nothing more.
create or replace function kp_actor_of(wanted uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  with recursive grants as (
    select "unitId", role from "RoleGrant"
    where "personId" = wanted and "withdrawnAt" is null and "from" <= current_date and ("to" is null or "to" > current_date)
  ), answers as (
    select "unitId" from "Ownership" where "personId" = wanted and "voidedAt" is null and ("to" is null or "to" > current_date)
    union select "unitId" from "Performer" where "personId" = wanted and ("to" is null or "to" > current_date)
    union select "unitId" from "Deputy" where "deputyId" = wanted and "endedAt" is null and "from" <= current_date and "lastDay" >= current_date
  ), reached as (
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u where u.id in (select "unitId" from grants)
    union
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u join reached r on u."parentId" = r.id
  ), seen as (
    select * from reached
    union
    select u.id, u.code, u.kind, u."nameZh", u."nameEn", u."parentId" from "Unit" u where u.id in (select "unitId" from answers)
  )
  select jsonb_build_object(
    'personId', p.id, 'email', p.email, 'nameZh', p."nameZh", 'nameEn', p."nameEn", 'language', p.language, 'unitId', p."unitId",
    'mode', kp_mode(),
    'grants', coalesce((select jsonb_agg(jsonb_build_object('unitId', "unitId", 'role', role) order by role) from grants), '[]'),
    'units', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'code', code, 'kind', kind, 'nameZh', "nameZh",
                              'nameEn', "nameEn", 'parentId', "parentId") order by code) from seen), '[]'))
  from "Person" p where p.id = wanted and p.active and (p."to" is null or p."to" > current_date)
$$;
