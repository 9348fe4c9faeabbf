import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"

export type PopulationItemRow = { id: string; ordinal: number; label: string; servedOn: Day | null; versionId: string | null }

/** The items of a frozen population, in its order. */
export async function itemsIn(tx: Tx, populationId: string): Promise<PopulationItemRow[]> {
  return tx.$queryRaw<PopulationItemRow[]>(itemsOf(populationId))
}

/** The first of them beside other questions. */
export function firstItems(populationId: string, limit: number): Question<PopulationItemRow[]> {
  return rowsOf(Prisma.sql`${itemsOf(populationId)} limit ${limit}`)
}

function itemsOf(populationId: string): Prisma.Sql {
  return Prisma.sql`select id, ordinal, label, "servedOn"::text as "servedOn", "versionId" from "PopulationItem" where "populationId" = ${populationId}::uuid order by ordinal`
}
