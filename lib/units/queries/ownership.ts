import type { Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { Prisma } from "@/lib/platform/generated/client"
import type { Named } from "@/lib/platform/names"
import type { Deputising } from "@/lib/units/queries/deputies"

export type UnitPoint = { unitId: string; pointId: string }

export type Answering = { owner: string | null; performers: string[] }

/** Who owns and who performs some points of a unit on a day. */
export async function answeringIn(tx: Tx, unitId: string, pointIds: string[], day: Day): Promise<Map<string, Answering>> {
  return readAnswering(pointIds, await tx.$queryRaw<AnsweringOne[]>(answers(unitId, pointIds, day)))
}

type AnsweringOne = { pointId: string; personId: string; owns: boolean }

/** The same beside other questions; `readAnswering` reads the answer. */
export function answeringOf(unitId: string, pointIds: string[], day: Day): Question<AnsweringOne[]> {
  return rowsOf(answers(unitId, pointIds, day))
}

/** Their names; `named` makes the map of them. */
export function answererNames(unitId: string, pointIds: string[], day: Day): Question<Named[]> {
  return rowsOf(Prisma.sql`select * from kp_person_names(array(select "personId" from (${answers(unitId, pointIds, day)}) as answering))`)
}

function answers(unitId: string, pointIds: string[], day: Day): Prisma.Sql {
  return Prisma.sql`
    select "pointId", "personId", true as owns from "Ownership"
    where "unitId" = ${unitId}::uuid and "pointId" = any (${pointIds}::uuid[]) and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
    union all
    select "pointId", "personId", false from "Performer"
    where "unitId" = ${unitId}::uuid and "pointId" = any (${pointIds}::uuid[]) and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)`
}

export function readAnswering(pointIds: readonly string[], rows: readonly AnsweringOne[]): Map<string, Answering> {
  const known = new Map(pointIds.map((pointId): [string, Answering] => [pointId, { owner: null, performers: [] }]))
  for (const { pointId, personId, owns } of rows) {
    const answering = known.get(pointId)
    if (owns && answering) answering.owner ??= personId
    else answering?.performers.push(personId)
  }
  return known
}

/** Who owns a point of a unit on a day, as part of a statement that has both. */
export function ownerOn(unitId: Prisma.Sql, pointId: Prisma.Sql, day: Day): Prisma.Sql {
  return Prisma.sql`(
    select held."personId" from "Ownership" held
    where held."unitId" = ${unitId} and held."pointId" = ${pointId} and held."voidedAt" is null and held."from" <= ${day}::date and (held."to" is null or held."to" > ${day}::date))`
}

/** Who performs it then, as a list. */
export function performersOn(unitId: Prisma.Sql, pointId: Prisma.Sql, day: Day): Prisma.Sql {
  return Prisma.sql`array(
    select held."personId"::text from "Performer" held
    where held."unitId" = ${unitId} and held."pointId" = ${pointId} and held."from" <= ${day}::date and (held."to" is null or held."to" > ${day}::date))`
}

/** Who owns or performs one point of a unit on a day, its owner first. */
export function answeringFor({ unitId, pointId }: UnitPoint, day: Day): Question<string[]> {
  return valueOf(Prisma.sql`
    select coalesce(json_agg("personId"), '[]') from (
      select "personId" from "Ownership"
      where "unitId" = ${unitId}::uuid and "pointId" = ${pointId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
      union all
      select "personId" from "Performer"
      where "unitId" = ${unitId}::uuid and "pointId" = ${pointId}::uuid and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)) as answering`)
}

export type AnsweringNow = { deputies: Deputising[]; answering: Map<string, Answering & { ownerName: Text | null }> }
type AnsweringRow = { pointId: string | null; personId: string; deputyId: string | null; owns: boolean; nameZh: string | null; nameEn: string | null }

/** The day that it now is in a unit, where the unit is there to see: the columns `id` and `day`, as part of a statement. */
export function dayInUnit(unitId: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`select id, (${now}::timestamptz at time zone "timeZone")::date as day from "Unit" where id = ${unitId}`
}

/** Who answers for points on that day, with the owners' names, and who deputises for whom in the unit. `unit` is what has `id` and `day`; `readAnsweringNow` reads the answer. */
export function answeringNow(unit: Prisma.Sql, pointIds: Prisma.Sql): Question<AnsweringRow[]> {
  return rowsOf(Prisma.sql`
    select a.*, n."nameZh", n."nameEn" from ${unit}, lateral (
      select "pointId", "personId", null::uuid as "deputyId", true as owns from "Ownership"
      where "unitId" = unit.id and "pointId" = any (${pointIds}) and "voidedAt" is null and "from" <= unit.day and ("to" is null or "to" > unit.day)
      union all
      select "pointId", "personId", null, false from "Performer"
      where "unitId" = unit.id and "pointId" = any (${pointIds}) and "from" <= unit.day and ("to" is null or "to" > unit.day)
      union all
      select null, "personId", "deputyId", false from "Deputy"
      where "unitId" = unit.id and "endedAt" is null and "from" <= unit.day and "lastDay" >= unit.day
    ) a left join lateral (select "nameZh", "nameEn" from kp_person_names(array[a."personId"]) where a.owns) n on true`)
}

export function readAnsweringNow(pointIds: readonly string[], rows: readonly AnsweringRow[]): AnsweringNow {
  const deputies = rows.flatMap(({ personId, deputyId }) => (deputyId ? [{ personId, deputyId }] : []))
  return { deputies, answering: new Map(pointIds.map((pointId) => {
    const here = rows.filter((row) => row.pointId === pointId)
    const owner = here.find((row) => row.owns)
    return [pointId, {
      owner: owner?.personId ?? null, performers: here.flatMap((row) => (row.owns ? [] : [row.personId])),
      ownerName: owner?.nameZh ? { zh: owner.nameZh, en: owner.nameEn } : null,
    }]
  })) }
}

/** The points that a person owns or performs on a day, in every unit that is reached. */
export async function pointsOfPersonIn(tx: Tx, personId: string, day: Day): Promise<UnitPoint[]> {
  return (await askAtOnce(tx, { points: pointsOfPerson(personId, day) })).points
}

/** The same beside other questions. */
export function pointsOfPerson(personId: string | null, day: Day): Question<UnitPoint[]> {
  return rowsOf(Prisma.sql`
    select "unitId", "pointId" from "Ownership"
    where "personId" = ${personId}::uuid and "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
    union all
    select "unitId", "pointId" from "Performer" where "personId" = ${personId}::uuid and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)`)
}

/** The points owned or performed on a day by whoever is called so, or whose name has this part. */
export async function pointsOfNamedIn(tx: Tx, words: string, day: Day): Promise<UnitPoint[]> {
  const said = words.toLowerCase()
  return tx.$queryRaw<UnitPoint[]>`
    with held as materialized (
      select "unitId", "pointId", "personId" from "Ownership" where "voidedAt" is null and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)
      union all
      select "unitId", "pointId", "personId" from "Performer" where "from" <= ${day}::date and ("to" is null or "to" > ${day}::date))
    select h."unitId", h."pointId" from held h join kp_person_names(array(select distinct "personId" from held)) n on n.id = h."personId"
    where position(${said} in lower(n."nameZh")) > 0 or position(${said} in lower(n."nameEn")) > 0`
}
