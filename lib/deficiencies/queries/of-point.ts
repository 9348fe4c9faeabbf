import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { allIn, type ListedDeficiency } from "./list"

/** Every deficiency of a point in the units that the reader reaches, closed and withdrawn ones too, by unit and number. */
export async function deficienciesOfPointIn(tx: Tx, pointId: string, day: Day): Promise<ListedDeficiency[]> {
  return allIn(tx, { pointId }, day)
}
