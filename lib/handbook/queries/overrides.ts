import type { Tx } from "@/lib/platform/database"

const select = { id: true, unitId: true, pointId: true, applicable: true, reason: true, decidedBy: true, decidedAt: true } as const

export type OverrideRow = { id: string; unitId: string; pointId: string; applicable: boolean; reason: string; decidedBy: string | null; decidedAt: Date }

/** What was decided for a unit alone, by point; the latest decision that stands. */
export async function overridesIn(tx: Tx, unitId: string): Promise<Map<string, OverrideRow>> {
  const rows = await tx.applicabilityOverride.findMany({ where: { unitId, withdrawnAt: null }, orderBy: { decidedAt: "asc" }, select })
  return new Map(rows.map((row) => [row.pointId, row]))
}

/** What was decided about a point for single units, as far as the reader reaches. */
export async function overridesOfPointIn(tx: Tx, pointId: string): Promise<OverrideRow[]> {
  return tx.applicabilityOverride.findMany({ where: { pointId, withdrawnAt: null }, orderBy: { decidedAt: "asc" }, select })
}
