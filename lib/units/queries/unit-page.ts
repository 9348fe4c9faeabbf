import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { holdingsIn, peopleIn } from "@/lib/units/queries/people"
import { departmentsIn, positionsIn, unitOf } from "@/lib/units/queries/units"

/** A unit with its departments, their heads, its positions and who holds them today; null when not reached. */
export async function unitPage(actor: Actor, unitId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const unit = await unitOf(tx, unitId)
    if (!unit) return null
    const [departments, positions] = [await departmentsIn(tx, unitId), await positionsIn(tx, unitId)]
    const holdings = await holdingsIn(tx, unitId, today(now))
    const people = await peopleIn(tx, unitId, today(now), holdings)
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
