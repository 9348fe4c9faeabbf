import type { Tx } from "@/lib/platform/database"
import type { Quarter } from "@/lib/platform/periods"
import { type Standing, standingOf } from "../rules/standing"

export type TestOfPoint = { id: string; unitId: string; assessmentId: string; quarter: Quarter; standing: Standing; conclusion: string | null }

/** The papers of a point in some quarters, in the units that the reader reaches. */
export async function testsOfPointIn(tx: Tx, { pointId, quarters }: { pointId: string; quarters: Quarter[] }): Promise<TestOfPoint[]> {
  const rows = await tx.test.findMany({
    where: { pointId, quarter: { in: quarters } },
    select: { id: true, unitId: true, assessmentId: true, quarter: true, frequency: true, status: true, conclusion: true },
  })
  return rows.map(({ frequency, status, ...test }) => ({ ...test, standing: standingOf({ ...test, frequency, status }) }))
}
