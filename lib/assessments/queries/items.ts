import type { Tx } from "@/lib/platform/database"

export type PopulationItemRow = Awaited<ReturnType<typeof itemsIn>>[number]

/** The items of a frozen population, in its order. */
export async function itemsIn(tx: Tx, populationId: string, limit?: number) {
  return tx.populationItem.findMany({
    where: { populationId },
    orderBy: { ordinal: "asc" },
    take: limit,
    select: { id: true, ordinal: true, label: true, servedOn: true, versionId: true },
  })
}
