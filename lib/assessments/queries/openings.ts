import type { Tx } from "@/lib/platform/database"

/** When a person last opened each paper of an assessment, as it now is concluded; by the paper's id. */
export async function openingsIn(tx: Tx, { assessmentId, unitId }: { assessmentId: string; unitId: string }, personId: string): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ testId: string; openedAt: Date }[]>`
    select o."testId", max(o."openedAt") as "openedAt" from "PaperOpening" o join "Test" t on t."unitId" = o."unitId" and t.id = o."testId"
    where t."unitId" = ${unitId}::uuid and t."assessmentId" = ${assessmentId}::uuid and o."personId" = ${personId}::uuid
      and (t."concludedAt" is null or o."openedAt" >= t."concludedAt") group by 1`
  return new Map(rows.map(({ testId, openedAt }) => [testId, openedAt]))
}
