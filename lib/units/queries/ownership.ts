import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day } from "@/lib/platform/days"

export type Answering = { owner: string | null; performers: string[] }

const standing = (day: Day) => ({ from: { lte: dateOf(day) }, OR: [{ to: null }, { to: { gt: dateOf(day) } }] })

/** Who owns and who performs some points of a unit on a day. */
export async function answeringIn(tx: Tx, unitId: string, pointIds: string[], day: Day): Promise<Map<string, Answering>> {
  const where = { unitId, pointId: { in: pointIds }, ...standing(day) }
  const select = { pointId: true, personId: true } as const
  const owners = await tx.ownership.findMany({ where: { ...where, voidedAt: null }, select })
  const performers = await tx.performer.findMany({ where, select })
  return new Map(pointIds.map((pointId) => [pointId, {
    owner: owners.find((row) => row.pointId === pointId)?.personId ?? null,
    performers: performers.filter((row) => row.pointId === pointId).map((row) => row.personId),
  }]))
}

/** The points that a person owns or performs on a day, in every unit that is reached. */
export async function pointsOfPersonIn(tx: Tx, personId: string, day: Day): Promise<{ unitId: string; pointId: string }[]> {
  const select = { unitId: true, pointId: true } as const
  const owned = await tx.ownership.findMany({ where: { personId, voidedAt: null, ...standing(day) }, select })
  const performed = await tx.performer.findMany({ where: { personId, ...standing(day) }, select })
  return [...owned, ...performed]
}
