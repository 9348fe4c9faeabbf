import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"

export type Organisation = Awaited<ReturnType<typeof organisationIn>>

/**
 * Units, departments, positions, people, holdings and roles that the asker reaches, as they stand on a day; and which of some
 * addresses belong to somebody out of reach.
 */
export async function organisationIn(tx: Tx, day: Day, emails: readonly string[]) {
  const open = { OR: [{ to: null }, { to: { gt: dateOf(day) } }] }
  const units = await tx.unit.findMany({
    orderBy: { code: "asc" },
    select: { id: true, code: true, kind: true, nameZh: true, nameEn: true, parentId: true, country: true, from: true, to: true },
  })
  const departments = await tx.department.findMany({ select: { id: true, unitId: true, code: true, nameZh: true, nameEn: true, headPersonId: true } })
  const positions = await tx.position.findMany({ select: { id: true, unitId: true, departmentId: true, code: true, nameZh: true, nameEn: true } })
  const people = await tx.person.findMany({
    select: { id: true, unitId: true, departmentId: true, email: true, employeeNumber: true, nameZh: true, nameEn: true, language: true, active: true, from: true, to: true },
  })
  const holdings = await tx.positionHolding.findMany({ where: open, select: { id: true, unitId: true, personId: true, positionId: true, from: true, to: true } })
  const grants = await tx.roleGrant.findMany({ where: { withdrawnAt: null, ...open }, select: { id: true, unitId: true, personId: true, role: true, from: true, to: true } })
  const owned = await tx.ownership.groupBy({ by: ["personId", "to"], where: { voidedAt: null, ...open }, _count: true })
  const coming = await tx.personnelChange.findMany({
    where: { kind: "mover", status: { in: ["open", "agreed"] } }, select: { email: true, status: true, on: true, agreedUnitId: true, agreedDepartmentId: true, agreedPositionId: true },
  })
  const taken = await tx.$queryRaw<{ email: string }[]>`select e as email from unnest(${[...emails]}::text[]) e where kp_person_by_email(e) is not null`
  return {
    departments, positions,
    units: units.map((row) => ({ ...row, ...spell(row) })), people: people.map((row) => ({ ...row, ...spell(row) })),
    grants: grants.map((row) => ({ ...row, ...spell(row) })), holdings: holdings.map((row) => ({ ...row, ...spell(row) })),
    owned: owned.map((row) => ({ personId: row.personId, to: row.to && dayOf(row.to), count: row._count })),
    coming: coming.map((row) => ({ email: row.email, status: row.status, on: row.on && dayOf(row.on), unitId: row.agreedUnitId, departmentId: row.agreedDepartmentId, positionId: row.agreedPositionId })),
    taken: new Set(taken.map(({ email }) => email)),
  }
}

/** The same for its workbook, today. */
export async function organisationOf(actor: Actor): Promise<Organisation> {
  return asReader(actor, ({ tx, now }) => organisationIn(tx, today(now), []))
}

function spell({ from, to }: { from: Date | null; to: Date | null }): { from: Day | null; to: Day | null } {
  return { from: from && dayOf(from), to: to && dayOf(to) }
}

/** A unit and all below it. */
export function within<Unit extends { id: string; parentId: string | null }>(units: readonly Unit[], top: string): Unit[] {
  const inside = new Set([top])
  for (let more = true; more; ) {
    const found = units.filter(({ id, parentId }) => parentId !== null && inside.has(parentId) && !inside.has(id))
    for (const { id } of found) inside.add(id)
    more = found.length > 0
  }
  return units.filter(({ id }) => inside.has(id))
}
