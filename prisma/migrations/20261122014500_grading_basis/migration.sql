-- AlterTable
ALTER TABLE "Grading" ADD COLUMN     "materialFrom" DECIMAL(18,2),
ADD COLUMN     "presumed" TEXT[] DEFAULT ARRAY[]::TEXT[];
