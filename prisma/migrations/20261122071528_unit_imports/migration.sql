-- Organisation, owners and holidays from a workbook: a preview is kept until it is confirmed (domain.md § 2); countries, dates and employee numbers.
-- AlterTable
ALTER TABLE "Holiday" ADD COLUMN     "name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "employeeNumber" TEXT,
ADD COLUMN     "from" DATE,
ADD COLUMN     "to" DATE;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "country" TEXT NOT NULL DEFAULT 'CN',
ADD COLUMN     "from" DATE,
ADD COLUMN     "to" DATE;

-- CreateTable
CREATE TABLE "UnitImport" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploadedBy" UUID,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "problems" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "content" JSONB,
    "confirmedBy" UUID,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnitImport_unitId_uploadedAt_idx" ON "UnitImport"("unitId", "uploadedAt");

-- CreateIndex
CREATE UNIQUE INDEX "UnitImport_unitId_id_key" ON "UnitImport"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_unitId_employeeNumber_key" ON "Person"("unitId", "employeeNumber");

alter table "UnitImport" add constraint "kp_UnitImport_unitId_fkey" foreign key ("unitId") references "Unit" (id);
alter table "UnitImport" add constraint "kp_UnitImport_uploadedBy_fkey" foreign key ("uploadedBy") references "Person" (id);
alter table "UnitImport" add constraint "kp_UnitImport_confirmedBy_fkey" foreign key ("confirmedBy") references "Person" (id);
alter table "UnitImport" add constraint "kp_UnitImport_kind" check (kind in ('organisation', 'ownership', 'holidays'));
alter table "UnitImport" add constraint "kp_UnitImport_sha256" check (sha256 ~ '^[0-9a-f]{64}$');
alter table "Unit" add constraint kp_unit_country check (country ~ '^[A-Z]{2}$');
alter table "Unit" add constraint kp_unit_dates check ("to" is null or "from" is null or "to" >= "from");
alter table "Person" add constraint kp_person_dates check ("to" is null or "from" is null or "to" >= "from");
alter table "Holiday" add constraint kp_holiday_country check (country ~ '^[A-Z]{2}$');

alter table "UnitImport" enable row level security;
create policy kp_unit on "UnitImport" using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
  with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));
create trigger kp_unerased before delete on "UnitImport" for each row execute function kp_refuse_change();
create trigger kp_untruncated before truncate on "UnitImport" for each statement execute function kp_refuse_change();

-- What was confirmed stays as it was; its unit and file never change.
create function kp_unit_import_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old."confirmedAt" is not null or (to_jsonb(new) - '{confirmedAt,confirmedBy,content}'::text[]) is distinct from (to_jsonb(old) - '{confirmedAt,confirmedBy,content}'::text[]) then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'UnitImport';
  end if;
  return new;
end $$;
create trigger kp_life before update on "UnitImport" for each row execute function kp_unit_import_life();
revoke all on function kp_unit_import_life() from public;
