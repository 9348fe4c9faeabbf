import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"

/** Who owned each point of a unit, or some of them, on a day (today unless told): point → person. */
export async function ownersIn(tx: Tx, unitId: string, day?: Day, pointIds?: string[]): Promise<Map<string, string>> {
  const rows = await ownershipsIn(tx, unitId, day, pointIds)
  return new Map(rows.map((row) => [row.pointId, row.personId]))
}

/** Who owns one point today in each unit that the reader reaches: unit → person. */
export async function ownersOfPointIn(tx: Tx, pointId: string): Promise<Map<string, string>> {
  const on = dateOf(await todayIn(tx))
  const rows = await tx.ownership.findMany({ where: { pointId, voidedAt: null, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] }, select: { unitId: true, personId: true } })
  return new Map(rows.map(({ unitId, personId }) => [unitId, personId]))
}

/** The ownerships of a unit that hold on a day. */
export async function ownershipsIn(tx: Tx, unitId: string, day?: Day, pointIds?: string[]) {
  const on = dateOf(day ?? (await todayIn(tx)))
  const some = pointIds ? Prisma.sql`and "pointId" = any (${pointIds}::uuid[])` : Prisma.empty
  return tx.$queryRaw<{ id: string; pointId: string; personId: string }[]>`
    select id, "pointId", "personId" from "Ownership"
    where "unitId" = ${unitId}::uuid and "voidedAt" is null and "from" <= ${on}::date and ("to" is null or "to" > ${on}::date) ${some}`
}

/** Who else performed each point of a unit on a day (today unless told): point → people. */
export async function performersIn(tx: Tx, unitId: string, day?: Day): Promise<Map<string, string[]>> {
  const on = dateOf(day ?? (await todayIn(tx)))
  const rows = await tx.performer.findMany({
    where: { unitId, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] },
    select: { pointId: true, personId: true },
  })
  const people = new Map<string, string[]>()
  for (const { pointId, personId } of rows) people.set(pointId, [...(people.get(pointId) ?? []), personId])
  return people
}

export type Answered = { owners: Map<string, string[]>; performers: Map<string, string[]> }

/** Who owned and who performed each point of a unit on any day from one until today: who was let go yesterday still did the work. */
export async function answeredSinceIn(tx: Tx, unitId: string, since: Day, pointIds: readonly string[]): Promise<Answered> {
  const where = {
    unitId, pointId: { in: [...pointIds] }, from: { lte: dateOf(await todayIn(tx)) },
    OR: [{ to: null }, { to: { gt: dateOf(since) } }],
  }
  const select = { pointId: true, personId: true, from: true, to: true } as const
  const owned = await tx.ownership.findMany({ where: { ...where, voidedAt: null }, select })
  return { owners: grouped(owned), performers: grouped(await tx.performer.findMany({ where, select })) }
}

// A row that ended on the day it began never held.
function grouped(rows: readonly { pointId: string; personId: string; from: Date; to: Date | null }[]): Map<string, string[]> {
  const people = new Map<string, string[]>()
  for (const { pointId, personId, from, to } of rows) {
    if (to === null || to > from) people.set(pointId, [...(people.get(pointId) ?? []), personId])
  }
  return people
}

/** Every ownership that a point ever had in a unit, voided ones too, the latest first. */
export async function ownershipHistoryIn(tx: Tx, unitId: string, pointId: string) {
  const rows = await tx.ownership.findMany({
    where: { unitId, pointId },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    select: { id: true, personId: true, positionId: true, from: true, to: true, assignedBy: true, assignedAt: true, voidedAt: true, voidedBy: true, voidReason: true },
  })
  return rows.map((row) => ({ ...row, from: dayOf(row.from), to: row.to && dayOf(row.to) }))
}

/** Points of a unit whose next owner is named from a day to come. */
export async function comingOwnersIn(tx: Tx, unitId: string, after: Day): Promise<Set<string>> {
  const rows = await tx.ownership.findMany({ where: { unitId, voidedAt: null, from: { gt: dateOf(after) } }, select: { pointId: true, from: true, to: true } })
  // A row that ended on the day it was to begin never will.
  return new Set(rows.flatMap(({ pointId, from, to }) => (to === null || to > from ? [pointId] : [])))
}

async function todayIn(tx: Tx): Promise<Day> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now() as now`
  return today(row?.now ?? new Date(0))
}
