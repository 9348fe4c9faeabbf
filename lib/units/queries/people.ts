import type { Actor, Role } from "@/lib/platform/actor"
import { roles } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
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
  const holders = holdings ?? (await holdingsIn(tx, unitId, day))
  return tx.person.findMany({
    where: { active: true, AND: [{ OR: [{ to: null }, { to: { gt: dateOf(day) } }] }, { OR: [{ unitId }, { id: { in: holders.map((row) => row.personId) } }] }] },
    orderBy: [{ nameZh: "asc" }, { id: "asc" }],
    select: person,
  })
}

/** Who holds which position in a unit on a day. */
export async function holdingsIn(tx: Tx, unitId: string, day: Day) {
  const on = dateOf(day)
  const rows = await tx.positionHolding.findMany({
    where: { unitId, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] },
    orderBy: { from: "asc" },
    select: { id: true, personId: true, positionId: true, from: true, to: true, position: { select: { code: true, departmentId: true, nameZh: true, nameEn: true } } },
  })
  return rows.map((row) => ({ ...row, from: dayOf(row.from), to: row.to && dayOf(row.to) }))
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
