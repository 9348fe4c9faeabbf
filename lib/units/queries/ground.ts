import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Tx } from "@/lib/platform/database"
import type { Day } from "@/lib/platform/days"
import { ownershipsIn } from "@/lib/units/queries/owners"
import { holdingsIn, peopleIn } from "@/lib/units/queries/people"
import { departmentsIn, unitOf } from "@/lib/units/queries/units"

export type Ground = NonNullable<Awaited<ReturnType<typeof groundOf>>>
export type GroundPoint = Ground["points"][number]

/** What an assignment stands on: the unit's applicable points, who may own them, who holds which position, who owns what. */
export async function groundOf(tx: Tx, unitId: string, day: Day) {
  const unit = await unitOf(tx, unitId)
  if (!unit) return null
  const edition = await editionInForceIn(tx, day)
  const points = edition ? await applicablePointsIn(tx, unit, edition.id) : []
  const holdings = await holdingsIn(tx, unitId, day)
  const people = await peopleIn(tx, unitId, day, holdings)
  const holders = new Map<string, { personId: string; positionId: string; code: string }[]>()
  for (const { personId, positionId, position } of holdings) {
    holders.set(position.code, [...(holders.get(position.code) ?? []), { personId, positionId, code: position.code }])
  }
  const ownerships = await ownershipsIn(tx, unitId, day)
  return {
    unit, edition, points, holders,
    people: new Map(people.map((person) => [person.id, person])),
    ownerships,
    owners: new Map(ownerships.map((row) => [row.pointId, row.personId])),
    departments: await departmentsIn(tx, unitId),
  }
}

/** The heads of the departments that points belong to. */
export function headsOf(ground: { departments: readonly { code: string; headPersonId: string | null }[] }, points: { department: string }[]): (string | null)[] {
  const heads = new Map(ground.departments.map((department) => [department.code, department.headPersonId]))
  return [...new Set(points.map((point) => point.department))].map((code) => heads.get(code) ?? null)
}
