import { factsOfQuarterIn } from "@/lib/assessments/queries/facts"
import { openByGradeIn } from "@/lib/deficiencies/queries/grades"
import type { Tx } from "@/lib/platform/database"
import type { Quarter } from "@/lib/platform/periods"
import { factsSchema, type StatementFacts } from "@/lib/statements/schema"

/** The facts of a unit's quarter as they stand now; null when the quarter has no assessment. */
export async function factsNowIn(tx: Tx, unitId: string, quarter: Quarter): Promise<StatementFacts | null> {
  const facts = await factsOfQuarterIn(tx, { unitId, quarter })
  if (facts.assessmentId === null) return null
  return factsSchema.parse({ ...facts, open: await openByGradeIn(tx, unitId) })
}
