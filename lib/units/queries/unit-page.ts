import type { Actor } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { holdingsOf, peopleOf, toldHolding } from "@/lib/units/queries/people"
import { departmentsOf, positionsOf, toldUnit, unitAsked } from "@/lib/units/queries/units"

/** A unit with its departments, their heads, its positions and who holds them today; null when not reached. */
export async function unitPage(actor: Actor, unitId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const { departments, positions, people, ...told } = await askAtOnce(tx, {
      unit: unitAsked(unitId), departments: departmentsOf(unitId), positions: positionsOf(unitId), holdings: holdingsOf(unitId, day), people: peopleOf(unitId, day),
    })
    const [unit, holdings] = [toldUnit(told.unit), told.holdings.map(toldHolding)]
    if (!unit) return null
    const known = new Map(people.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
    const names = await namesOf(tx, [...departments.map((row) => row.headPersonId), ...holdings.map((row) => row.personId)], known)
    const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
    return {
      unit, people,
      departments: departments.map((row) => ({ ...row, name: { zh: row.nameZh, en: row.nameEn }, head: nameOf(row.headPersonId) })),
      positions: positions.map((row) => ({
        ...row, name: { zh: row.nameZh, en: row.nameEn }, holders: holdings.filter((held) => held.positionId === row.id).flatMap((held) => nameOf(held.personId) ?? []),
      })),
      holdings: holdings.map((row) => ({ ...row, name: nameOf(row.personId), positionName: { zh: row.position.nameZh, en: row.position.nameEn } })),
    }
  })
}
