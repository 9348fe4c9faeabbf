import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, today } from "@/lib/platform/days"

const standing = (day: Day) => ({ from: { lte: dateOf(day) }, OR: [{ to: null }, { to: { gt: dateOf(day) } }] })

/** Who answers for each point of a unit on a day (domain.md § 2: exactly one, gaps are absent). */
export async function ownersIn(tx: Tx, unitId: string, day: Day = today(new Date())): Promise<Map<string, string>> {
  const rows = await tx.ownership.findMany({ where: { unitId, voidedAt: null, ...standing(day) }, select: { pointId: true, personId: true } })
  return new Map(rows.map((row) => [row.pointId, row.personId]))
}

/** Who performs each point of a unit on a day; may be several. */
export async function performersIn(tx: Tx, unitId: string, day: Day = today(new Date())): Promise<Map<string, string[]>> {
  const rows = await tx.performer.findMany({ where: { unitId, ...standing(day) }, select: { pointId: true, personId: true } })
  const performers = new Map<string, string[]>()
  for (const { pointId, personId } of rows) performers.set(pointId, [...(performers.get(pointId) ?? []), personId])
  return performers
}

/** The points that a person owns or performs on a day, in every unit that is reached. */
export async function pointsOfPersonIn(tx: Tx, personId: string, day: Day): Promise<{ unitId: string; pointId: string }[]> {
  const select = { unitId: true, pointId: true } as const
  const owned = await tx.ownership.findMany({ where: { personId, voidedAt: null, ...standing(day) }, select })
  const performed = await tx.performer.findMany({ where: { personId, ...standing(day) }, select })
  return [...owned, ...performed]
}
