import { type AcceptedUse, usesOfPointIn } from "@/lib/evidence/queries/uses"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { quarterAfter, quarterOf } from "@/lib/platform/periods"

/** Accepted evidence of a point on runs after its implementation: what a retest can draw on, oldest first. */
export async function evidenceSinceIn(tx: Tx, point: { unitId: string; pointId: string }, implementedOn: Day, today: Day): Promise<AcceptedUse[]> {
  const uses: AcceptedUse[] = []
  for (let quarter = quarterOf(implementedOn); quarter <= quarterOf(today); quarter = quarterAfter(quarter)) {
    uses.push(...(await usesOfPointIn(tx, { ...point, quarter })))
  }
  return uses.filter((use) => use.occurred && use.occurredOn !== null && use.occurredOn > implementedOn)
}
