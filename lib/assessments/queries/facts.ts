import type { Tx } from "@/lib/platform/database"
import type { Quarter } from "@/lib/platform/periods"
import { factsOf, isFinished, type QuarterFacts } from "../rules/standing"

export type UnfinishedTest = { id: string; code: string; nodeCode: string; status: string; ownerPersonId: string | null; testerPersonId: string | null }
export type FactsOfQuarter = QuarterFacts & { assessmentId: string | null; status: string | null; unfinished: UnfinishedTest[] }

/**
 * The facts of a unit's quarter as they stand: applicable = effective + ineffective + did not occur + not due + unfinished.
 * Without an assessment `assessmentId` is null and nothing is counted (domain.md § 6).
 */
export async function factsOfQuarterIn(tx: Tx, { unitId, quarter }: { unitId: string; quarter: Quarter }): Promise<FactsOfQuarter> {
  const assessment = await tx.assessment.findFirst({ where: { unitId, quarter }, select: { id: true, status: true } })
  const lines = await tx.test.findMany({
    where: { unitId, assessmentId: assessment?.id ?? unitId },
    select: { id: true, code: true, nodeCode: true, status: true, quarter: true, frequency: true, conclusion: true, ownerPersonId: true, testerPersonId: true },
    orderBy: { code: "asc" },
  })
  const unfinished = lines.filter((line) => !isFinished(line))
    .map(({ id, code, nodeCode, status, ownerPersonId, testerPersonId }) => ({ id, code, nodeCode, status, ownerPersonId, testerPersonId }))
  return { ...factsOf(lines), assessmentId: assessment?.id ?? null, status: assessment?.status ?? null, unfinished }
}
