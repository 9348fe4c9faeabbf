-- What would keep an edition from being published may be let pass, each with its reason (domain.md § 1).
-- CreateTable
CREATE TABLE "FaultWaiver" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "fault" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waivedBy" UUID,
    "waivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FaultWaiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FaultWaiver_editionId_fault_key" ON "FaultWaiver"("editionId", "fault");

-- A discarded draft takes its waivers along.
alter table "FaultWaiver" add constraint "kp_FaultWaiver_editionId_fkey" foreign key ("editionId") references "Edition" (id) on delete cascade;
alter table "FaultWaiver" add constraint "kp_FaultWaiver_waivedBy_fkey" foreign key ("waivedBy") references "Person" (id);
alter table "FaultWaiver" enable row level security;
create policy kp_read on "FaultWaiver" for select using ("editionId" in (select id from "Edition"));
create policy kp_write on "FaultWaiver" for insert with check ((select kp_operating()) and (select kp_company()));
create trigger kp_immutable before update on "FaultWaiver" for each row execute function kp_refuse_change();
create trigger kp_untruncated before truncate on "FaultWaiver" for each statement execute function kp_refuse_change();

-- Waived only while the edition is not published yet.
create function kp_waiver_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select status from "Edition" where id = new."editionId") not in ('draft', 'in-review') then
    raise exception using errcode = 'KP001', message = 'immutable', detail = 'FaultWaiver';
  end if;
  return new;
end $$;
create trigger kp_life before insert on "FaultWaiver" for each row execute function kp_waiver_life();
revoke all on function kp_waiver_life() from public;
