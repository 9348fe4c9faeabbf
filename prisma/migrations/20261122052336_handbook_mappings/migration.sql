-- A workbook that somebody else shaped: how its columns and values were matched with ours, kept by name (domain.md § 1).
-- AlterTable
ALTER TABLE "HandbookImport" ADD COLUMN     "mapping" JSONB;

-- CreateTable
CREATE TABLE "HandbookMapping" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "headings" TEXT[],
    "mapping" JSONB NOT NULL,
    "keptBy" UUID,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "HandbookMapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HandbookMapping_unitId_name_key" ON "HandbookMapping"("unitId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "HandbookMapping_unitId_id_key" ON "HandbookMapping"("unitId", "id");

alter table "HandbookMapping" add constraint "kp_HandbookMapping_unitId_fkey" foreign key ("unitId") references "Unit" (id);
alter table "HandbookMapping" add constraint "kp_HandbookMapping_keptBy_fkey" foreign key ("keptBy") references "Person" (id);
alter table "HandbookMapping" enable row level security;
-- The company's, as its handbook is.
create policy kp_office on "HandbookMapping" using ((select kp_operating()) and (select kp_company()) and "unitId" = any ((select kp_units())::uuid[]))
  with check ((select kp_operating()) and (select kp_company()) and "unitId" = any ((select kp_units())::uuid[]));
create trigger kp_unerased before delete on "HandbookMapping" for each row execute function kp_refuse_change();
create trigger kp_untruncated before truncate on "HandbookMapping" for each statement execute function kp_refuse_change();

-- Its name stays; each keeping counts its version on.
create function kp_mapping_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.id <> old.id or new."unitId" <> old."unitId" or new.name <> old.name or new.version <> old.version + 1 then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandbookMapping';
  end if;
  return new;
end $$;
create trigger kp_life before update on "HandbookMapping" for each row execute function kp_mapping_life();
revoke all on function kp_mapping_life() from public;

-- What was confirmed stays as it was confirmed.
create function kp_import_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old."confirmedAt" is not null and (to_jsonb(new) - 'editionId') is distinct from (to_jsonb(old) - 'editionId') then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandbookImport';
  end if;
  return new;
end $$;
create trigger kp_life before update on "HandbookImport" for each row execute function kp_import_life();
revoke all on function kp_import_life() from public;
