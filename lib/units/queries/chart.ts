import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { holdingsIn, peopleIn } from "@/lib/units/queries/people"
import { departmentsIn, positionsIn, unitOf } from "@/lib/units/queries/units"

export type ChartPerson = { id: string; name: Text }
export type ChartPosition = { id: string; code: string; name: Text; holders: ChartPerson[] }
export type ChartDepartment = { id: string; code: string; name: Text; head: ChartPerson | null; positions: ChartPosition[]; /** People of the department who hold none of its positions. */ others: ChartPerson[] }

/** A unit's departments, their positions and who holds them today; null when not reached. */
export async function chartOf(actor: Actor, unitId: string) {
  if (!isId(unitId) || !actor.audience.includes("operating")) return null
  return asReader(actor, async ({ tx, now }) => {
    const unit = await unitOf(tx, unitId)
    if (!unit) return null
    const [departments, positions, holdings] = [await departmentsIn(tx, unitId), await positionsIn(tx, unitId), await holdingsIn(tx, unitId, today(now))]
    const people = await peopleIn(tx, unitId, today(now), holdings)
    const names = await namesOf(tx, [...departments.map(({ headPersonId }) => headPersonId), ...holdings.map(({ personId }) => personId)])
    const named = (id: string | null): ChartPerson[] => (id && names.has(id) ? [{ id, name: names.get(id) ?? { zh: "", en: null } }] : [])
    const holding = new Set(holdings.map(({ personId }) => personId))
    const idle = people.filter(({ id }) => !holding.has(id)).map(({ id, departmentId, nameZh, nameEn }) => ({ id, departmentId, name: { zh: nameZh, en: nameEn } }))
    const charted = departments.map((row): ChartDepartment => ({
      id: row.id, code: row.code, name: { zh: row.nameZh, en: row.nameEn }, head: named(row.headPersonId)[0] ?? null,
      positions: positions.filter(({ departmentId }) => departmentId === row.id).map((position) => ({
        id: position.id, code: position.code, name: { zh: position.nameZh, en: position.nameEn }, holders: holdings.filter(({ positionId }) => positionId === position.id).flatMap(({ personId }) => named(personId)),
      })),
      others: idle.filter(({ departmentId }) => departmentId === row.id).map(({ id, name }) => ({ id, name })),
    }))
    const placed = new Set(departments.map(({ id }) => id))
    return {
      unit, day: today(now), people: people.length, departments: charted,
      outside: idle.filter(({ departmentId }) => departmentId === null || !placed.has(departmentId)).map(({ id, name }) => ({ id, name })),
    }
  })
}
