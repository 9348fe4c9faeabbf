import type { Tx } from "@/lib/platform/database"

const select = {
  id: true, unitId: true, assessmentId: true, quarter: true, pointId: true, pointVersionId: true, code: true, nodeCode: true, frequency: true,
  nature: true, ownerPersonId: true, status: true, testerPersonId: true, reviewerPersonId: true, round: true, highRisk: true, extended: true,
  conclusion: true, version: true,
} as const

export type LineRow = Awaited<ReturnType<typeof linesByIdIn>>[number]

/** Lines by their ids, as far as they are visible. */
export async function linesByIdIn(tx: Tx, ids: string[]) {
  return tx.test.findMany({ where: { id: { in: ids } }, orderBy: { code: "asc" }, select })
}

/** All lines of an assessment, in the order of their codes. */
export async function linesOfIn(tx: Tx, assessmentId: string): Promise<LineRow[]> {
  return tx.$queryRaw<LineRow[]>`
    select id, "unitId", "assessmentId", quarter, "pointId", "pointVersionId", code, "nodeCode", frequency, nature, "ownerPersonId", status,
      "testerPersonId", "reviewerPersonId", round, "highRisk", extended, conclusion, version
    from "Test" where "assessmentId" = ${assessmentId}::uuid order by code`
}
