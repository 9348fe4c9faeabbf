-- What a plant asks to be changed in the handbook, and who was given which points of an edition (domain.md § 1).
-- AlterTable
ALTER TABLE "Edition" ADD COLUMN "hands" UUID[] NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "ChangeRequest" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "pointId" UUID,
    "code" TEXT NOT NULL,
    "editionId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "present" JSONB NOT NULL,
    "proposed" JSONB NOT NULL,
    "practice" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "filedBy" UUID,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "accepted" JSONB,
    "draftId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ChangeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeRequestStep" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChangeRequestStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Distribution" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "departmentId" UUID,
    "owned" UUID[] NOT NULL,
    "known" UUID[] NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Distribution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChangeRequest_draftId_idx" ON "ChangeRequest"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeRequest_unitId_id_key" ON "ChangeRequest"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeRequest_unitId_number_key" ON "ChangeRequest"("unitId", "number");

-- CreateIndex
CREATE INDEX "ChangeRequestStep_requestId_idx" ON "ChangeRequestStep"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeRequestStep_unitId_id_key" ON "ChangeRequestStep"("unitId", "id");

-- CreateIndex
CREATE INDEX "Distribution_editionId_unitId_personId_idx" ON "Distribution"("editionId", "unitId", "personId");

-- CreateIndex
CREATE INDEX "Distribution_personId_idx" ON "Distribution"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Distribution_unitId_id_key" ON "Distribution"("unitId", "id");

-- AddForeignKey
ALTER TABLE "ChangeRequestStep" ADD CONSTRAINT "ChangeRequestStep_unitId_requestId_fkey" FOREIGN KEY ("unitId", "requestId") REFERENCES "ChangeRequest"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "ChangeRequest" add constraint "kp_ChangeRequest_editionId_fkey" foreign key ("editionId") references "Edition" (id);
alter table "ChangeRequest" add constraint "kp_ChangeRequest_pointId_fkey" foreign key ("pointId") references "Point" (id);
-- A discarded draft lets go of what it had taken up.
alter table "ChangeRequest" add constraint "kp_ChangeRequest_draftId_fkey" foreign key ("draftId") references "Edition" (id) on delete set null;
alter table "ChangeRequest" add constraint "kp_ChangeRequest_filedBy_fkey" foreign key ("filedBy") references "Person" (id);
alter table "ChangeRequest" add constraint kp_change_request_status
  check (status in ('submitted', 'under-review', 'asked', 'accepted', 'declined', 'withdrawn'));
alter table "ChangeRequestStep" add constraint "kp_ChangeRequestStep_by_fkey" foreign key ("by") references "Person" (id);
alter table "Distribution" add constraint "kp_Distribution_editionId_fkey" foreign key ("editionId") references "Edition" (id);
alter table "Distribution" add constraint "kp_Distribution_personId_fkey" foreign key ("personId") references "Person" (id);

do $$ declare t text; begin
  foreach t in array array['ChangeRequest', 'ChangeRequestStep', 'Distribution'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy kp_unit on %I using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
      with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))', t);
    execute format('create trigger kp_untruncated before truncate on %I for each statement execute function kp_refuse_change()', t);
  end loop;
end $$;
create trigger kp_immutable before update or delete on "ChangeRequestStep" for each row execute function kp_refuse_change();
create trigger kp_unerased before delete on "ChangeRequest" for each row execute function kp_refuse_change();
create trigger kp_unerased before delete on "Distribution" for each row execute function kp_refuse_change();

-- What was asked stays as it was asked; judged requests do not move; nobody accepts or declines their own.
create function kp_change_request_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (to_jsonb(new) - '{status,accepted,draftId,version}'::text[]) is distinct from (to_jsonb(old) - '{status,accepted,draftId,version}'::text[])
     or old.accepted is not null and new.accepted is distinct from old.accepted
     or old.status in ('accepted', 'declined', 'withdrawn') and new.status <> old.status then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'ChangeRequest';
  end if;
  if new.status <> old.status and new.status in ('accepted', 'declined') and kp_person() = old."filedBy" then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'ChangeRequest';
  end if;
  return new;
end $$;
create trigger kp_life before update on "ChangeRequest" for each row execute function kp_change_request_life();

-- A list stays as it was given; only its own person confirms it, and once.
create function kp_distribution_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (to_jsonb(new) - '{remindedAt,confirmedAt}'::text[]) is distinct from (to_jsonb(old) - '{remindedAt,confirmedAt}'::text[])
     or old."confirmedAt" is not null then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Distribution';
  end if;
  if new."confirmedAt" is not null and kp_person() is distinct from old."personId" then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Distribution';
  end if;
  return new;
end $$;
create trigger kp_life before update on "Distribution" for each row execute function kp_distribution_life();

-- Whoever wrote in a draft does not publish it, also when they only wrote in it by hand.
create or replace function kp_edition_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then raise exception using errcode = 'KP001', message = 'immutable', detail = 'Edition'; end if;
    return old;
  end if;
  if old.status = 'superseded' or old.status = 'published' and
     (new.status not in ('published', 'superseded')
      or (to_jsonb(new) - '{status,supersededAt,version}'::text[]) is distinct from (to_jsonb(old) - '{status,supersededAt,version}'::text[])) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'Edition';
  end if;
  if new.status = 'published' and new."reviewedBy" is not null
     and (new."reviewedBy" in (new."submittedBy", new."draftedBy") or new."reviewedBy" = any (new.hands)) then
    raise exception using errcode = 'KP002', message = 'separation-of-duties', detail = 'Edition';
  end if;
  return new;
end $$;

revoke all on function kp_change_request_life(), kp_distribution_life() from public;
