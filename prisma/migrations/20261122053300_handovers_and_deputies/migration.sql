-- Who leaves or moves hands over with three signatures; who is away for some days has a deputy (domain.md § 2).
-- AlterTable
ALTER TABLE "DeficiencyConfirmation" ADD COLUMN     "actedFor" UUID;

-- AlterTable
ALTER TABLE "EvidenceVersion" ADD COLUMN     "actedFor" UUID;

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "leavesOn" DATE NOT NULL,
    "interimPersonId" UUID,
    "note" TEXT NOT NULL,
    "holdings" UUID[],
    "status" TEXT NOT NULL DEFAULT 'opened',
    "openedBy" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverItem" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "takerPersonId" UUID,

    CONSTRAINT "HandoverItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverSignature" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "signedBy" UUID NOT NULL,
    "reason" TEXT,
    "hash" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HandoverSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deputy" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "namedBy" UUID,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deputy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Handover_unitId_status_idx" ON "Handover"("unitId", "status");

-- CreateIndex
CREATE INDEX "Handover_personId_idx" ON "Handover"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_unitId_id_key" ON "Handover"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_unitId_number_key" ON "Handover"("unitId", "number");

-- CreateIndex
CREATE INDEX "HandoverItem_takerPersonId_idx" ON "HandoverItem"("takerPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverItem_unitId_id_key" ON "HandoverItem"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverItem_handoverId_kind_subjectId_key" ON "HandoverItem"("handoverId", "kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverSignature_unitId_id_key" ON "HandoverSignature"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverSignature_handoverId_kind_personId_key" ON "HandoverSignature"("handoverId", "kind", "personId");

-- CreateIndex
CREATE INDEX "Deputy_unitId_personId_idx" ON "Deputy"("unitId", "personId");

-- CreateIndex
CREATE INDEX "Deputy_deputyId_idx" ON "Deputy"("deputyId");

-- CreateIndex
CREATE UNIQUE INDEX "Deputy_unitId_id_key" ON "Deputy"("unitId", "id");

-- AddForeignKey
ALTER TABLE "HandoverItem" ADD CONSTRAINT "HandoverItem_unitId_handoverId_fkey" FOREIGN KEY ("unitId", "handoverId") REFERENCES "Handover"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverSignature" ADD CONSTRAINT "HandoverSignature_unitId_handoverId_fkey" FOREIGN KEY ("unitId", "handoverId") REFERENCES "Handover"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

do $$ declare c record; begin
  for c in select * from (values ('Handover', 'personId'), ('Handover', 'interimPersonId'), ('Handover', 'openedBy'), ('Handover', 'endedBy'),
    ('HandoverItem', 'takerPersonId'), ('HandoverSignature', 'personId'), ('HandoverSignature', 'signedBy'),
    ('Deputy', 'personId'), ('Deputy', 'deputyId'), ('Deputy', 'namedBy'), ('Deputy', 'endedBy'),
    ('EvidenceVersion', 'actedFor'), ('DeficiencyConfirmation', 'actedFor')) as v (tab, col) loop
    execute format('alter table %I add constraint %I foreign key (%I) references "Person" (id)', c.tab, 'kp_' || c.tab || '_' || c.col || '_fkey', c.col);
  end loop;
  for c in select * from (values ('Handover', 'status', 'opened,handed-over,taken-over,completed,cancelled'), ('Handover', 'kind', 'leaves,moves'),
    ('HandoverItem', 'kind', 'point,performing,test,review,remediation'), ('HandoverSignature', 'kind', 'hand-over,take-over,supervise')) as v (tab, col, allowed) loop
    execute format('alter table %I add constraint %I check (%I = any (string_to_array(%L, '','')))', c.tab, 'kp_' || c.tab || '_' || c.col, c.col, c.allowed);
  end loop;
  for c in select unnest(array['Handover', 'HandoverItem', 'HandoverSignature', 'Deputy']) as tab loop
    execute format('alter table %I enable row level security', c.tab);
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', c.tab);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', c.tab);
    execute format('create trigger kp_unerased before delete on %I for each row execute function kp_refuse_change()', c.tab);
  end loop;
end $$;
create trigger kp_immutable before update on "HandoverSignature" for each row execute function kp_refuse_change();
-- One departure at a time for a person and unit.
create unique index kp_one_handover on "Handover" ("unitId", "personId") where status in ('opened', 'handed-over', 'taken-over');
alter table "Handover" add constraint kp_handover_interim check ("interimPersonId" <> "personId");

-- A step follows its signatures: all is given to somebody and handed over, every taker has taken over, a third has supervised.
create function kp_handover_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare signed boolean;
begin
  if (to_jsonb(new) - '{status,endedBy,endedAt,endReason,version}'::text[]) is distinct from (to_jsonb(old) - '{status,endedBy,endedAt,endReason,version}'::text[])
     or old.status in ('completed', 'cancelled')
     or (old.status, new.status) not in (('opened', 'opened'), ('opened', 'handed-over'), ('handed-over', 'handed-over'), ('handed-over', 'taken-over'),
         ('taken-over', 'completed'), ('opened', 'cancelled'), ('handed-over', 'cancelled'), ('taken-over', 'cancelled')) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Handover';
  end if;
  if new.status = old.status or new.status = 'cancelled' then return new; end if;
  signed := case new.status
    when 'handed-over' then exists (select 1 from "HandoverSignature" where "handoverId" = new.id and kind = 'hand-over')
      and not exists (select 1 from "HandoverItem" where "handoverId" = new.id and "takerPersonId" is null)
    when 'taken-over' then not exists (select 1 from "HandoverItem" i where i."handoverId" = new.id and not exists (
      select 1 from "HandoverSignature" s where s."handoverId" = new.id and s.kind = 'take-over' and s."personId" = i."takerPersonId"))
    else exists (select 1 from "HandoverSignature" where "handoverId" = new.id and kind = 'supervise') end;
  if not signed then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Handover'; end if;
  return new;
end $$;
create trigger kp_life before update on "Handover" for each row execute function kp_handover_life();

-- What passes on, and to whom, stands once it is handed over; nobody takes over from themselves.
create function kp_handover_item_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare h "Handover";
begin
  select * into h from "Handover" where "unitId" = new."unitId" and id = new."handoverId";
  if h.status is distinct from 'opened'
     or tg_op = 'UPDATE' and (to_jsonb(new) - 'takerPersonId') is distinct from (to_jsonb(old) - 'takerPersonId') then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandoverItem';
  end if;
  if new."takerPersonId" = h."personId" then raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'HandoverItem'; end if;
  return new;
end $$;
create trigger kp_life before insert or update on "HandoverItem" for each row execute function kp_handover_item_life();

-- Each signs their own part and in its turn, or a third in their place with the reason; who supervises has no other part in it.
create function kp_handover_signature_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare h "Handover"; party boolean;
begin
  select * into h from "Handover" where "unitId" = new."unitId" and id = new."handoverId";
  if (new.kind, h.status) not in (('hand-over', 'opened'), ('take-over', 'handed-over'), ('supervise', 'taken-over')) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandoverSignature';
  end if;
  party := new."signedBy" = h."personId" or exists (select 1 from "HandoverItem" where "handoverId" = h.id and "takerPersonId" = new."signedBy");
  if new."signedBy" is distinct from kp_person()
     or new.kind = 'hand-over' and new."personId" <> h."personId"
     or new.kind = 'take-over' and not exists (select 1 from "HandoverItem" where "handoverId" = h.id and "takerPersonId" = new."personId")
     or new."signedBy" <> new."personId" and (party or coalesce(new.reason, '') = '' or new.kind = 'supervise')
     or new.kind = 'supervise' and (party or exists (
       select 1 from "HandoverSignature" where "handoverId" = h.id and "signedBy" = new."signedBy")) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'HandoverSignature';
  end if;
  return new;
end $$;
create trigger kp_life before insert on "HandoverSignature" for each row execute function kp_handover_signature_life();

-- A deputy is somebody else, for two months at most; what was agreed stays, and may only end.
alter table "Deputy" add constraint kp_deputy_other check ("deputyId" <> "personId");
alter table "Deputy" add constraint kp_deputy_days check ("lastDay" >= "from" and "lastDay" <= "from" + 61);
create function kp_deputy_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old."endedAt" is not null or (to_jsonb(new) - '{endedBy,endedAt}'::text[]) is distinct from (to_jsonb(old) - '{endedBy,endedAt}'::text[]) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Deputy';
  end if;
  return new;
end $$;
create trigger kp_life before update on "Deputy" for each row execute function kp_deputy_life();

-- Who says that they acted for somebody is their deputy on that day.
create function kp_deputises(deputy uuid, person uuid, unit uuid, moment timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp set timezone = 'Asia/Shanghai' as $$
  select exists (select 1 from "Deputy" where "unitId" = unit and "deputyId" = deputy and "personId" = person
                 and "from" <= moment::date and "lastDay" >= moment::date and ("endedAt" is null or "endedAt" > moment))
$$;
create function kp_acted_for() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare said jsonb := to_jsonb(new);
begin
  if new."actedFor" is not null and not coalesce(kp_deputises(coalesce((said ->> 'submittedBy')::uuid, (said ->> 'by')::uuid), new."actedFor", new."unitId",
       coalesce((said ->> 'submittedAt')::timestamptz, (said ->> 'at')::timestamptz)), false) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = tg_table_name;
  end if;
  return new;
end $$;
create trigger kp_acted_for before insert on "EvidenceVersion" for each row execute function kp_acted_for();
create trigger kp_acted_for before insert on "DeficiencyConfirmation" for each row execute function kp_acted_for();
revoke all on function kp_handover_life(), kp_handover_item_life(), kp_handover_signature_life(), kp_deputy_life(), kp_acted_for(),
  kp_deputises(uuid, uuid, uuid, timestamptz) from public;

-- A deputy reaches the unit for those days, also without a role there.
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
  from "Person" p where p.id = wanted and p.active
$$;
