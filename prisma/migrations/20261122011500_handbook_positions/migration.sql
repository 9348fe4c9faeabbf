-- The departments and positions that an edition's points name, and what an uploaded workbook holds until it is confirmed.
ALTER TABLE "Edition" ADD COLUMN "departments" JSONB NOT NULL DEFAULT '[]', ADD COLUMN "positions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "HandbookImport" ADD COLUMN "content" JSONB;
