import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day } from "@/lib/platform/days"

/** Deficiencies whose confirmation counts as given today, and those whose acceptance has run out. */
export async function dueByDayIn(tx: Tx, today: Day): Promise<{ silent: string[]; expired: string[] }> {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const silent = await tx.deficiency.findMany({ where: { status: "registered", confirmBy: { lt: dateOf(today) } }, orderBy: { id: "asc" }, select: { id: true } })
  const expired = await tx.deficiency.findMany({ where: { status: "accepted", acceptedUntil: { lt: dateOf(today) } }, orderBy: { id: "asc" }, select: { id: true } })
  return { silent: ids(silent), expired: ids(expired) }
}
