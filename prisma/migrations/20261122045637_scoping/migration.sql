-- What the company scopes every year (domain.md § 1).
-- CreateTable
CREATE TABLE "Scope" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "editionId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'drafted',
    "materiality" JSONB,
    "revisionOf" UUID,
    "reason" TEXT,
    "draftedBy" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "hands" UUID[] DEFAULT ARRAY[]::UUID[],
    "approvedBy" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "opinion" TEXT,
    "supersededAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScopedUnit" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "scopedId" UUID NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ScopedUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignificantAccount" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "amount" DECIMAL(20,2) NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT,
    "processes" TEXT[],
    "shares" JSONB NOT NULL,

    CONSTRAINT "SignificantAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FraudRisk" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "descriptionZh" TEXT NOT NULL,
    "descriptionEn" TEXT,
    "accounts" UUID[],
    "likelihood" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "points" TEXT[],

    CONSTRAINT "FraudRisk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceProvider" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "service" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "periodFrom" DATE,
    "periodTo" DATE,
    "remaining" TEXT NOT NULL,
    "points" TEXT[],

    CONSTRAINT "ServiceProvider_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Scope_unitId_id_key" ON "Scope"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ScopedUnit_unitId_id_key" ON "ScopedUnit"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ScopedUnit_scopeId_scopedId_key" ON "ScopedUnit"("scopeId", "scopedId");

-- CreateIndex
CREATE INDEX "SignificantAccount_scopeId_idx" ON "SignificantAccount"("scopeId");

-- CreateIndex
CREATE UNIQUE INDEX "SignificantAccount_unitId_id_key" ON "SignificantAccount"("unitId", "id");

-- CreateIndex
CREATE INDEX "FraudRisk_scopeId_idx" ON "FraudRisk"("scopeId");

-- CreateIndex
CREATE UNIQUE INDEX "FraudRisk_unitId_id_key" ON "FraudRisk"("unitId", "id");

-- CreateIndex
CREATE INDEX "ServiceProvider_scopeId_idx" ON "ServiceProvider"("scopeId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceProvider_unitId_id_key" ON "ServiceProvider"("unitId", "id");

-- AddForeignKey
ALTER TABLE "ScopedUnit" ADD CONSTRAINT "ScopedUnit_unitId_scopeId_fkey" FOREIGN KEY ("unitId", "scopeId") REFERENCES "Scope"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignificantAccount" ADD CONSTRAINT "SignificantAccount_unitId_scopeId_fkey" FOREIGN KEY ("unitId", "scopeId") REFERENCES "Scope"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FraudRisk" ADD CONSTRAINT "FraudRisk_unitId_scopeId_fkey" FOREIGN KEY ("unitId", "scopeId") REFERENCES "Scope"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceProvider" ADD CONSTRAINT "ServiceProvider_unitId_scopeId_fkey" FOREIGN KEY ("unitId", "scopeId") REFERENCES "Scope"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "Scope" add constraint "kp_Scope_unitId_fkey" foreign key ("unitId") references "Unit" (id);
alter table "Scope" add constraint "kp_Scope_editionId_fkey" foreign key ("editionId") references "Edition" (id);
alter table "Scope" add constraint "kp_Scope_revisionOf_fkey" foreign key ("unitId", "revisionOf") references "Scope" ("unitId", id);
alter table "Scope" add constraint "kp_Scope_draftedBy_fkey" foreign key ("draftedBy") references "Person" (id);
alter table "Scope" add constraint "kp_Scope_approvedBy_fkey" foreign key ("approvedBy") references "Person" (id);
alter table "ScopedUnit" add constraint "kp_ScopedUnit_scopedId_fkey" foreign key ("scopedId") references "Unit" (id);
alter table "Scope" add constraint kp_scope_status check (status in ('drafted', 'approved', 'superseded'));
alter table "Scope" add constraint kp_scope_approval
  check (status = 'drafted' or "approvedBy" is not null and "approvedAt" is not null and materiality is not null);
create unique index kp_one_approved_scope on "Scope" ("unitId", year) where status = 'approved';
create unique index kp_one_drafted_scope on "Scope" ("unitId", year) where status = 'drafted';

do $$ declare t text; begin
  foreach t in array array['Scope', 'ScopedUnit', 'SignificantAccount', 'FraudRisk', 'ServiceProvider'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', t);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', t);
  end loop;
end $$;
-- The units within reach and all above them.
create function kp_above() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  with recursive up as (
    select id, "parentId" from "Unit" where id = any (kp_units())
    union select u.id, u."parentId" from "Unit" u join up on u.id = up."parentId"
  ) select coalesce(array_agg(id), '{}') from up $$;
-- Plants grade against the year's figures; what was scoped about other plants stays with the company.
create policy kp_approved on "Scope" for select using (status in ('approved', 'superseded') and (select kp_operating()) and "unitId" = any ((select kp_above())::uuid[]));

-- A scope begins as a draft; nobody who wrote in it approves it; approved it stays as it is, until a revision takes its place.
create function kp_scope_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'drafted' then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Scope'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'drafted' then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Scope'; end if;
    return new;
  end if;
  if old.status = 'superseded' or old.status = 'approved'
     and (new.status <> 'superseded'
          or (to_jsonb(new) - '{status,supersededAt,version}'::text[]) is distinct from (to_jsonb(old) - '{status,supersededAt,version}'::text[]))
     or old.status = 'drafted' and new.status = 'superseded' then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Scope';
  end if;
  if new.status = 'approved'
     and (new."approvedBy" = new."draftedBy" or new."approvedBy" = any (new.hands) or new."approvedBy" is distinct from kp_person()) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Scope';
  end if;
  return new;
end $$;
create trigger kp_life before insert or update or delete on "Scope" for each row execute function kp_scope_life();

-- What a scope holds is written only while it is a draft.
create function kp_scope_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and (select status from "Scope" where id = old."scopeId") is distinct from 'drafted'
     or tg_op <> 'DELETE' and (select status from "Scope" where id = new."scopeId") is distinct from 'drafted' then
    raise exception using errcode = 'KP001', message = 'immutable', detail = tg_table_name;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
do $$ declare t text; begin
  foreach t in array array['ScopedUnit', 'SignificantAccount', 'FraudRisk', 'ServiceProvider'] loop
    execute format('create trigger kp_part before insert or update or delete on %I for each row execute function kp_scope_part()', t);
  end loop;
end $$;
revoke all on function kp_above(), kp_scope_life(), kp_scope_part() from public;
