import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

/** When a person last opened each paper of an assessment, as it now is concluded; by the paper's id. */
export async function openingsIn(tx: Tx, { assessmentId, unitId }: { assessmentId: string; unitId: string }, personId: string): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ testId: string; openedAt: Date }[]>(openings(Prisma.sql`t."assessmentId" = ${assessmentId}::uuid`, unitId, personId))
  return new Map(rows.map(({ testId, openedAt }) => [testId, openedAt]))
}

/** The same of one paper, beside other questions: nothing where it was not opened as it now is concluded. */
export function openingsOf(paper: { id: string; unitId: string }, personId: string): Question<{ testId: string }[]> {
  return rowsOf(openings(Prisma.sql`t.id = ${paper.id}::uuid`, paper.unitId, personId))
}

function openings(which: Prisma.Sql, unitId: string, personId: string): Prisma.Sql {
  return Prisma.sql`
    select o."testId", max(o."openedAt") as "openedAt" from "PaperOpening" o join "Test" t on t."unitId" = o."unitId" and t.id = o."testId"
    where t."unitId" = ${unitId}::uuid and ${which} and o."personId" = ${personId}::uuid
      and (t."concludedAt" is null or o."openedAt" >= t."concludedAt") group by 1`
}
