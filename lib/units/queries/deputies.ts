import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf } from "@/lib/platform/names"
import type { DeputyFilter } from "@/lib/units/schema"

/** Who acts for whom. */
export type Deputising = { personId: string; deputyId: string }

/** Who deputises for whom in a unit on a day. */
export async function deputisingIn(tx: Tx, unitId: string, day: Day): Promise<Deputising[]> {
  return (await askAtOnce(tx, { deputies: deputising(unitId, day) })).deputies
}

/** The same beside other questions. */
export function deputising(unitId: string, day: Day): Question<Deputising[]> {
  return rowsOf(Prisma.sql`
    select "personId", "deputyId" from "Deputy" where "unitId" = ${unitId}::uuid and "endedAt" is null and "from" <= ${day}::date and "lastDay" >= ${day}::date`)
}

/** Who deputises on a day for the head of a department. */
export function deputiesOfHead({ unitId, departmentId }: { unitId: string; departmentId: string | null }, day: Day): Question<string[]> {
  return valueOf(Prisma.sql`
    select coalesce(json_agg(p."deputyId"), '[]') from "Department" d join "Deputy" p on p."unitId" = d."unitId" and p."personId" = d."headPersonId"
    where d."unitId" = ${unitId}::uuid and d.id = ${departmentId}::uuid and p."endedAt" is null and p."from" <= ${day}::date and p."lastDay" >= ${day}::date`)
}

export type Principal = { id: string; unitId: string; personId: string; lastDay: Day; name: Text | null }

/** For whom a person deputises on a day, in every unit that is reached. */
export function principalsOf(deputyId: string | null, day: Day): Question<Principal[]> {
  return rowsOf(Prisma.sql`
    select d.id, d."unitId", d."personId", d."lastDay", ${nameOf(Prisma.sql`d."personId"`)} as name from "Deputy" d
    where d."deputyId" = ${deputyId}::uuid and d."endedAt" is null and d."from" <= ${day}::date and d."lastDay" >= ${day}::date order by d."lastDay"`)
}

/** The same within a page's own transaction. */
export async function principalsIn(tx: Tx, deputyId: string, day: Day): Promise<Principal[]> {
  return (await askAtOnce(tx, { principals: principalsOf(deputyId, day) })).principals
}

/** The same for the reader's own first page. */
export async function myPrincipals(actor: Actor): Promise<Principal[]> {
  const { personId } = actor
  return personId === null ? [] : asReader(actor, ({ tx, now }) => principalsIn(tx, personId, today(now)))
}

/** For whom the reader acts in one matter of a unit, and until when; nothing for who does not act for anybody there. */
export async function actingFor(actor: Actor, unitId: string, personId: string | null): Promise<Principal[]> {
  return personId === null ? [] : (await myPrincipals(actor)).filter((one) => one.unitId === unitId && one.personId === personId)
}

export type ListedDeputy = Awaited<ReturnType<typeof listDeputies>>["items"][number]

/** Deputies of a unit that act today or will, and those who did if asked for; the latest first. */
export async function listDeputies(actor: Actor, filter: DeputyFilter) {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    return listedDeputies((await askAtOnce(tx, { deputies: deputiesAsked(actor, filter, day) })).deputies, filter, day)
  })
}

type Row = {
  id: string; unitId: string; personId: string; deputyId: string; from: Day; lastDay: Day; reason: string; endedAt: string | null
  person: Text | null; deputy: Text | null; namer: Text | null
}

/** The same beside other questions, one more than a page holds; `listedDeputies` makes the page of them. */
export function deputiesAsked(actor: Actor, { unit, past, limit, ...filter }: DeputyFilter, day: Day): Question<Row[]> {
  const unitId = actor.units?.find(({ id, code }) => id === unit || code === unit)?.id ?? null
  const [person, cursor] = [filter.person ?? null, filter.cursor ?? null]
  return rowsOf(Prisma.sql`
    select id, "unitId", "personId", "deputyId", "from", "lastDay", reason, "endedAt",
      ${nameOf(Prisma.sql`"personId"`)} as person, ${nameOf(Prisma.sql`"deputyId"`)} as deputy, ${nameOf(Prisma.sql`"namedBy"`)} as namer
    from "Deputy"
    where "unitId" = ${unitId}::uuid and (${person}::uuid is null or "personId" = ${person}::uuid) and (${past === "yes"} or "endedAt" is null and "lastDay" >= ${day}::date)
      and (${cursor}::uuid is null or id < (select id from "Deputy" where id = ${cursor}::uuid))
    order by id desc limit ${limit + 1}::int`)
}

export function listedDeputies(rows: readonly Row[], { limit }: DeputyFilter, day: Day) {
  const items = rows.slice(0, limit).map(({ personId, deputyId, person, deputy, namer, endedAt, ...row }) => ({
    ...row, endedAt: endedAt === null ? null : new Date(endedAt), person: { id: personId, name: person }, deputy: { id: deputyId, name: deputy }, namer,
    acting: endedAt === null && row.from <= day && day <= row.lastDay,
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
