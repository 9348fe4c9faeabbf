import type { Tx } from "@/lib/platform/database"
import type { ClosingLine } from "../rules/closing"

const select = {
  id: true, unitId: true, quarter: true, editionId: true, status: true, plannedBy: true, plannedAt: true, openedBy: true, openedAt: true,
  inReviewAt: true, closedBy: true, closedAt: true, version: true,
} as const

export type AssessmentRow = NonNullable<Awaited<ReturnType<typeof assessmentIn>>>

export async function assessmentIn(tx: Tx, id: string) {
  return tx.assessment.findUnique({ where: { id }, select })
}

/** Its lines, as the closing rule reads them. */
export async function closingLinesIn(tx: Tx, assessment: { id: string; unitId: string }): Promise<ClosingLine[]> {
  return tx.$queryRaw<ClosingLine[]>`
    select t.code, t.status, t.quarter, t.frequency, t.conclusion,
      exists (select 1 from "Disagreement" d where d."unitId" = t."unitId" and d."testId" = t.id and d."resolvedAt" is null) as disputed
    from "Test" t where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid order by t.code`
}
