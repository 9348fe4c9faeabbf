-- A kept matching can be removed: its row stays, and its name is free again.
-- DropIndex
DROP INDEX "HandbookMapping_unitId_name_key";

-- AlterTable
ALTER TABLE "HandbookMapping" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedBy" UUID;

alter table "HandbookMapping" add constraint "kp_HandbookMapping_removedBy_fkey" foreign key ("removedBy") references "Person" (id);
create unique index kp_mapping_name on "HandbookMapping" ("unitId", name) where "removedAt" is null;

-- What was removed stays removed.
create or replace function kp_mapping_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.id <> old.id or new."unitId" <> old."unitId" or new.name <> old.name or new.version <> old.version + 1 or old."removedAt" is not null then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'HandbookMapping';
  end if;
  return new;
end $$;
