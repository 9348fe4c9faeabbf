import { isFixed, noteFixed } from "@/lib/handbook/queries/kept"
import type { Tx } from "@/lib/platform/database"
import type { ClosingLine } from "../rules/closing"

export type AssessmentRow = {
  id: string; unitId: string; quarter: string; editionId: string; status: string; plannedBy: string | null; plannedAt: Date; openedBy: string | null
  openedAt: Date | null; inReviewAt: Date | null; closedBy: string | null; closedAt: Date | null; version: number
}

/** An assessment by its id; null where it is not visible. With it is asked whether its edition may be read as it is kept. */
export async function assessmentIn(tx: Tx, id: string): Promise<AssessmentRow | null> {
  const [row] = await tx.$queryRaw<(AssessmentRow & { fixed: boolean | null })[]>`
    select id, "unitId", quarter, "editionId", status, "plannedBy", "plannedAt", "openedBy", "openedAt", "inReviewAt", "closedBy", "closedAt", version,
      (select ${isFixed} from "Edition" where id = a."editionId") as fixed
    from "Assessment" a where id = ${id}::uuid`
  if (!row) return null
  const { fixed, ...assessment } = row
  if (fixed) noteFixed(tx, assessment.editionId)
  return assessment
}

/** Its lines, as the closing rule reads them. */
export async function closingLinesIn(tx: Tx, assessment: { id: string; unitId: string }): Promise<ClosingLine[]> {
  return tx.$queryRaw<ClosingLine[]>`
    select t.code, t.status, t.quarter, t.frequency, t.conclusion,
      exists (select 1 from "Disagreement" d where d."unitId" = t."unitId" and d."testId" = t.id and d."resolvedAt" is null) as disputed
    from "Test" t where t."unitId" = ${assessment.unitId}::uuid and t."assessmentId" = ${assessment.id}::uuid order by t.code`
}
