import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { nameOf, namesOf } from "@/lib/platform/names"
import type { DeputyFilter } from "@/lib/units/schema"

/** Who acts for whom. */
export type Deputising = { personId: string; deputyId: string }

const select = { id: true, unitId: true, personId: true, deputyId: true, from: true, lastDay: true, reason: true, namedBy: true, namedAt: true, endedAt: true } as const

/** Who deputises for whom in a unit on a day. */
export async function deputisingIn(tx: Tx, unitId: string, day: Day): Promise<Deputising[]> {
  return tx.deputy.findMany({
    where: { unitId, endedAt: null, from: { lte: dateOf(day) }, lastDay: { gte: dateOf(day) } },
    select: { personId: true, deputyId: true },
  })
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
  return asReader(actor, (work) => deputiesIn(work, filter))
}

/** The same within a page's own transaction, which may know names already. */
export async function deputiesIn({ tx, now, actor }: Work, filter: DeputyFilter, known?: ReadonlyMap<string, Text>) {
  const unitId = actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id
  if (!unitId) return { items: [], next: null }
  const day = today(now)
  const rows = await tx.deputy.findMany({
    where: { unitId, personId: filter.person, ...(filter.past ? {} : { endedAt: null, lastDay: { gte: dateOf(day) } }) }, orderBy: { id: "desc" }, take: filter.limit + 1, select,
    ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
  })
  const shown = rows.slice(0, filter.limit)
  const names = await namesOf(tx, shown.flatMap((row) => [row.personId, row.deputyId, row.namedBy]), known)
  const named = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  const items = shown.map(({ personId, deputyId, namedBy, namedAt: _, from, lastDay, ...row }) => ({
    ...row, from: dayOf(from), lastDay: dayOf(lastDay), person: { id: personId, name: named(personId) }, deputy: { id: deputyId, name: named(deputyId) }, namer: named(namedBy),
    acting: row.endedAt === null && dayOf(from) <= day && day <= dayOf(lastDay),
  }))
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
}
