-- AlterTable
ALTER TABLE "Engagement" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
