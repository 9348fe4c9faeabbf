-- What was held back from a release is listed, without the record itself (domain.md § 6).
-- CreateTable
CREATE TABLE "Withholding" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "engagementUnitId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "withheldBy" UUID,
    "withheldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Withholding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Withholding_unitId_quarter_idx" ON "Withholding"("unitId", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "Withholding_unitId_id_key" ON "Withholding"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Withholding_engagementId_subjectKind_subjectId_key" ON "Withholding"("engagementId", "subjectKind", "subjectId");

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_engagementUnitId_engagementId_fkey" FOREIGN KEY ("engagementUnitId", "engagementId") REFERENCES "Engagement"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Withholding" ADD CONSTRAINT "kp_Withholding_withheldBy_fkey" FOREIGN KEY ("withheldBy") REFERENCES "Person" (id);
create trigger kp_immutable before update or delete on "Withholding" for each row execute function kp_refuse_change();
create trigger kp_untruncated before truncate on "Withholding" for each statement execute function kp_refuse_change();
alter table "Withholding" enable row level security;
create policy kp_unit on "Withholding" using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()))
  with check ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));

-- An external auditor sees the engagements that they work on while these last, and what was released and withheld there.
create function kp_engaged(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select kp_audience('released') and exists (
    select 1 from "Engagement" e join "EngagementMember" m on m."engagementId" = e.id and m."personId" = kp_person()
    where e.id = wanted and e."endedAt" is null and current_date between e."from" and e."to")
$$;
revoke all on function kp_engaged(uuid) from public;
create policy kp_engaged on "Engagement" for select using ("unitId" = any ((select kp_units())::uuid[]) and kp_engaged(id));
create policy kp_engaged on "EngagementMember" for select using ("personId" = (select kp_person()) and kp_engaged("engagementId"));
create policy kp_engaged on "Release" for select using ("unitId" = any ((select kp_units())::uuid[]) and kp_engaged("engagementId"));
create policy kp_engaged on "Withholding" for select using ("unitId" = any ((select kp_units())::uuid[]) and kp_engaged("engagementId"));

-- The company that a unit belongs to, by name: a plant's statement is issued in its name, and a plant does not reach it.
create function kp_organisation(wanted uuid) returns table ("nameZh" text, "nameEn" text)
language sql stable security definer set search_path = public as $$
  with recursive line as (
    select * from "Unit" where id = wanted and wanted = any (kp_units())
    union all
    select u.* from "Unit" u join line l on u.id = l."parentId"
  ) select "nameZh", "nameEn" from line where "parentId" is null
$$;
revoke all on function kp_organisation(uuid) from public;

-- One statement of a kind stands for a unit's quarter; after a refusal or a withdrawal a new one follows.
create unique index kp_one_statement on "Statement" ("unitId", kind, quarter, coalesce("departmentId", '00000000-0000-0000-0000-000000000000'))
  where status in ('drafted', 'ready', 'signed', 'countersigned');
