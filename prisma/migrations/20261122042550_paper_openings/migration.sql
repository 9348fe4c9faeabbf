-- CreateTable
CREATE TABLE "PaperOpening" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperOpening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PaperOpening_unitId_testId_personId_idx" ON "PaperOpening"("unitId", "testId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperOpening_unitId_id_key" ON "PaperOpening"("unitId", "id");

-- AddForeignKey
ALTER TABLE "PaperOpening" ADD CONSTRAINT "PaperOpening_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only ever added to, by the very person who opened the paper; read inside.
alter table "PaperOpening" add constraint "kp_PaperOpening_personId_fkey" foreign key ("personId") references "Person" (id);
create trigger kp_immutable before update or delete on "PaperOpening" for each row execute function kp_refuse_change();
create trigger kp_untruncated before truncate on "PaperOpening" for each statement execute function kp_refuse_change();
alter table "PaperOpening" enable row level security;
create policy kp_read on "PaperOpening" for select using ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()));
create policy kp_insert on "PaperOpening" for insert with check
  ("unitId" = any ((select kp_units())::uuid[]) and (select kp_operating()) and "personId" = (select kp_person()));
