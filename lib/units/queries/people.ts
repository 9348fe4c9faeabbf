import type { Actor, Role, Text } from "@/lib/platform/actor"
import { roles } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import type { PeopleFilter } from "@/lib/units/schema"

const person = { id: true, unitId: true, departmentId: true, email: true, employeeNumber: true, nameZh: true, nameEn: true, language: true, active: true, version: true } as const
export type PersonRow = NonNullable<Awaited<ReturnType<typeof personIn>>>

/** A person of a unit that the asker reaches. */
export async function personIn(tx: Tx, id: string) {
  return tx.person.findUnique({ where: { id }, select: person })
}

/** The open account of a person, by id or address. */
export async function accountIn(tx: Tx, by: { id: string } | { email: string }): Promise<PersonRow | null> {
  return tx.person.findFirst({ where: { ...by, active: true }, select: person })
}

/** The people of a unit: its own, and others who hold a position there today. Only these may own or perform its points. */
export async function peopleIn(tx: Tx, unitId: string, day: Day, holdings?: { personId: string }[]): Promise<PersonRow[]> {
  // One text whatever their number: with a parameter for each, no plan would be used twice.
  const holders = holdings ? Prisma.sql`any (${holdings.map((row) => row.personId)}::uuid[])` : holdersOn(unitId, day)
  return tx.$queryRaw<PersonRow[]>(working(unitId, day, holders))
}

/** The same beside other questions. */
export function peopleOf(unitId: string, day: Day): Question<PersonRow[]> {
  return rowsOf(working(unitId, day, holdersOn(unitId, day)))
}

function working(unitId: string, day: Day, holders: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select id, "unitId", "departmentId", email, "employeeNumber", "nameZh", "nameEn", language, active, version from "Person"
    where active and ("to" is null or "to" > ${day}::date) and ("unitId" = ${unitId}::uuid or id = ${holders}) order by "nameZh", id`
}

export type PlacedPerson = { id: string; nameZh: string; nameEn: string; email: string; positions: Text[] }

/** The same people with the positions that they hold in the unit that day, without what no list shows. */
export function placedPeople(unitId: string, day: Day): Question<PlacedPerson[]> {
  return rowsOf(Prisma.sql`
    with held as (
      select h."personId", json_agg(json_build_object('zh', p."nameZh", 'en', p."nameEn") order by h."from", h.id) as positions
      from "PositionHolding" h join "Position" p on p."unitId" = h."unitId" and p.id = h."positionId"
      where h."unitId" = ${unitId}::uuid and h."from" <= ${day}::date and (h."to" is null or h."to" > ${day}::date) group by h."personId")
    select p.id, p."nameZh", p."nameEn", p.email, coalesce(held.positions, '[]') as positions from "Person" p left join held on held."personId" = p.id
    where p.active and (p."to" is null or p."to" > ${day}::date) and (p."unitId" = ${unitId}::uuid or p.id = any (array(select "personId" from held)))
    order by p."nameZh", p.id`)
}

/** Who may own or perform the points of a unit, by name alone. */
export function eligible(unitId: string, day: Day): Question<{ id: string; nameZh: string; nameEn: string }[]> {
  return rowsOf(Prisma.sql`
    select id, "nameZh", "nameEn" from "Person" where active and ("to" is null or "to" > ${day}::date) and ("unitId" = ${unitId}::uuid or id = ${holdersOn(unitId, day)})
    order by "nameZh", id`)
}

function holdersOn(unitId: string, day: Day) {
  return Prisma.sql`any (array(select "personId" from "PositionHolding" where "unitId" = ${unitId}::uuid and "from" <= ${day}::date and ("to" is null or "to" > ${day}::date)))`
}

type HoldingRow<Date> = { id: string; personId: string; positionId: string; from: Date; to: Date | null; code: string; departmentId: string; nameZh: string; nameEn: string }

/** Who holds which position in a unit on a day. */
export async function holdingsIn(tx: Tx, unitId: string, day: Day) {
  const rows = await tx.$queryRaw<HoldingRow<Date>[]>(heldOn(unitId, day))
  return rows.map((row) => toldHolding({ ...row, from: dayOf(row.from), to: row.to && dayOf(row.to) }))
}

/** The same beside other questions; `toldHolding` makes each of them. */
export function holdingsOf(unitId: string, day: Day): Question<HoldingRow<Day>[]> {
  return rowsOf(heldOn(unitId, day))
}

export function toldHolding({ code, departmentId, nameZh, nameEn, ...row }: HoldingRow<Day>) {
  return { ...row, position: { code, departmentId, nameZh, nameEn } }
}

function heldOn(unitId: string, day: Day): Prisma.Sql {
  return Prisma.sql`
    select h.id, h."personId", h."positionId", h."from", h."to", p.code, p."departmentId", p."nameZh", p."nameEn"
    from "PositionHolding" h join "Position" p on p."unitId" = h."unitId" and p.id = h."positionId"
    where h."unitId" = ${unitId}::uuid and h."from" <= ${day}::date and (h."to" is null or h."to" > ${day}::date) order by h."from"`
}

/** The roles of a person that hold on a day or will, in the units that the asker reaches. */
export async function grantsIn(tx: Tx, personId: string, day: Day) {
  const rows = await tx.roleGrant.findMany({
    where: { personId, withdrawnAt: null, OR: [{ to: null }, { to: { gt: dateOf(day) } }] },
    orderBy: { grantedAt: "asc" },
    select: { id: true, unitId: true, personId: true, role: true, from: true, to: true },
  })
  return rows.map((row) => ({ ...row, role: roleOf(row.role), from: dayOf(row.from), to: row.to && dayOf(row.to) }))
}

function roleOf(stored: string): Role {
  const role = roles.find((known) => known === stored)
  if (!role) throw new Error(`unknown role ${stored}`)
  return role
}

/** Everybody in the units that the asker reaches, or in one of them, by name. */
export async function listPeople(actor: Actor, filter: PeopleFilter) {
  return asReader(actor, async ({ tx }) => {
    const unitId = filter.unit ? (actor.units?.find(({ id, code }) => id === filter.unit || code === filter.unit)?.id ?? null) : undefined
    if (unitId === null) return { items: [], next: null }
    const contains = filter.q ? { contains: filter.q, mode: "insensitive" as const } : undefined
    const rows = await tx.person.findMany({
      where: { unitId, ...(contains ? { OR: [{ nameZh: contains }, { nameEn: contains }, { email: contains }] } : {}) },
      orderBy: [{ nameZh: "asc" }, { id: "asc" }],
      ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
      take: filter.limit + 1,
      select: person,
    })
    const items = rows.slice(0, filter.limit)
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
  })
}
