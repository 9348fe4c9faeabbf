import type { Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { dateOf, type Day, dayOf } from "@/lib/platform/days"
import { todayIn } from "@/lib/platform/door"
import { nameOf, type Named } from "@/lib/platform/names"

/** Who owned each point of a unit, or some of them, on a day (today unless told): point → person. */
export async function ownersIn(tx: Tx, unitId: string, day?: Day, pointIds?: string[]): Promise<Map<string, string>> {
  const rows = await ownershipsIn(tx, unitId, day, pointIds)
  return new Map(rows.map((row) => [row.pointId, row.personId]))
}

/** Who owns one point on a day in each unit that the reader reaches. */
export function ownersOfPoint(pointId: string, day: Day): Question<{ unitId: string; name: Text | null }[]> {
  return rowsOf(Prisma.sql`
    select o."unitId", ${nameOf(Prisma.sql`o."personId"`)} as name from "Ownership" o
    where o."pointId" = ${pointId}::uuid and o."voidedAt" is null and o."from" <= ${day}::date and (o."to" is null or o."to" > ${day}::date)`)
}

export type NamedPerson = { id: string; name: Text }

/** Somebody whom an address names by id: only who owns or performs, or did, where the reader sees it. An id alone tells no name of another unit. */
export function answererNamed(personId: string | null): Question<Named[]> {
  return rowsOf(Prisma.sql`
    select * from kp_person_names(array(
      select ${personId}::uuid where exists (select 1 from "Ownership" where "personId" = ${personId}::uuid) or exists (select 1 from "Performer" where "personId" = ${personId}::uuid)))`)
}

/** Who owns points of one unit or several on a day, by `unit point`. */
export async function namedOwnersIn(tx: Tx, points: readonly { unitId: string; pointId: string }[], day: Day): Promise<Map<string, NamedPerson>> {
  if (points.length === 0) return new Map()
  const [units, ids] = [[...new Set(points.map(({ unitId }) => unitId))], [...new Set(points.map(({ pointId }) => pointId))]]
  const rows = await tx.$queryRaw<{ unitId: string; pointId: string; id: string; nameZh: string; nameEn: string }[]>`
    with held as materialized (
      select "unitId", "pointId", "personId" from "Ownership"
      where "unitId" = any (${units}::uuid[]) and "pointId" = any (${ids}::uuid[]) and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date))
    select h."unitId", h."pointId", n.id, n."nameZh", n."nameEn" from held h join kp_person_names(array(select distinct "personId" from held)) n on n.id = h."personId"`
  return new Map(rows.map(({ unitId, pointId, id, nameZh, nameEn }) => [`${unitId} ${pointId}`, { id, name: { zh: nameZh, en: nameEn } }]))
}

/** The ownerships of a unit that hold on a day. */
export async function ownershipsIn(tx: Tx, unitId: string, day?: Day, pointIds?: string[]) {
  const on = dateOf(day ?? (await todayIn(tx)))
  const some = pointIds ? Prisma.sql`and "pointId" = any (${pointIds}::uuid[])` : Prisma.empty
  return tx.$queryRaw<{ id: string; pointId: string; personId: string }[]>`
    select id, "pointId", "personId" from "Ownership"
    where "unitId" = ${unitId}::uuid and "voidedAt" is null and "from" <= ${on}::date and ("to" is null or "to" > ${on}::date) ${some}`
}

/** Who owns points of a unit on a day, and which: a unit has hundreds, so each owner is named once. */
export function ownersOn(unitId: string, day: Day): Question<{ personId: string; points: string[] }[]> {
  return rowsOf(Prisma.sql`
    select "personId", array_agg("pointId") as points from "Ownership"
    where "unitId" = ${unitId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date) group by "personId"`)
}

/** Who else performs the points of a unit on a day; `grouped` makes a map of it. */
export function performersOn(unitId: string, day: Day): Question<Performing[]> {
  return rowsOf(Prisma.sql`
    select "pointId", "personId" from "Performer" where "unitId" = ${unitId}::uuid and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)`)
}

/** Who else performed each point of a unit on a day (today unless told): point → people. */
export async function performersIn(tx: Tx, unitId: string, day?: Day): Promise<Map<string, string[]>> {
  const on = dateOf(day ?? (await todayIn(tx)))
  const rows = await tx.performer.findMany({
    where: { unitId, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] },
    select: { pointId: true, personId: true },
  })
  return grouped(rows)
}

export type Answered = { owners: Map<string, string[]>; performers: Map<string, string[]> }

/** Who owned and who performed each point of a unit on any day from one until today: who was let go yesterday still did the work. */
export async function answeredSinceIn(tx: Tx, unitId: string, since: Day, pointIds: readonly string[]): Promise<Answered> {
  // A row that ended on the day it began never held.
  const held = Prisma.sql`"unitId" = ${unitId}::uuid and "pointId" = any (${[...pointIds]}::uuid[]) and "from" <= ${await todayIn(tx)}::date and ("to" is null or "to" > ${since}::date and "to" > "from")`
  const rows = await tx.$queryRaw<{ pointId: string; personId: string; owns: boolean }[]>`
    select "pointId", "personId", true as owns from "Ownership" where "voidedAt" is null and ${held}
    union all select "pointId", "personId", false from "Performer" where ${held}`
  return { owners: grouped(rows.filter(({ owns }) => owns)), performers: grouped(rows.filter(({ owns }) => !owns)) }
}

type Performing = { pointId: string; personId: string }

export function grouped(rows: readonly Performing[]): Map<string, string[]> {
  const people = new Map<string, string[]>()
  for (const { pointId, personId } of rows) people.set(pointId, [...(people.get(pointId) ?? []), personId])
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
