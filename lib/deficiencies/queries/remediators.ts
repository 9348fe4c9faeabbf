import type { Tx } from "@/lib/platform/database"

/** How many open remediations each person of a unit has. */
export async function remediationsIn(tx: Tx, unitId: string): Promise<Map<string, number>> {
  const rows = await tx.deficiency.groupBy({
    by: ["remediatorPersonId"], where: { unitId, remediatorPersonId: { not: null }, status: { in: ["planned", "in-remediation", "implemented", "observing", "retesting"] } }, _count: true,
  })
  return new Map(rows.flatMap((row) => (row.remediatorPersonId ? [[row.remediatorPersonId, row._count] as const] : [])))
}
