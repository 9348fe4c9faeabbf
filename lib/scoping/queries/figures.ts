import type { Tx } from "@/lib/platform/database"
import type { YearFigures } from "@/lib/scoping/rules/materiality"
import { approvedIn } from "./scope"

/** The figures of a year's approved scope, which grading rests on (domain.md § 5); null for a year without one. */
export async function figuresOfYearIn(tx: Tx, year: number): Promise<{ scopeId: string; year: number; figures: YearFigures } | null> {
  const scope = await approvedIn(tx, year)
  return scope?.materiality ? { scopeId: scope.id, year, figures: scope.materiality.figures } : null
}
