import { remediationsIn } from "@/lib/deficiencies/queries/remediators"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { overridesIn } from "@/lib/handbook/queries/overrides"
import { positionTitlesIn } from "@/lib/handbook/queries/titles"
import { applies } from "@/lib/handbook/rules/applicability"
import type { Actor, Text } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { frequencies, type Frequency } from "@/lib/platform/periods"
import { groundOf } from "@/lib/units/queries/ground"
import { performersIn } from "@/lib/units/queries/owners"
import { closingsIn } from "@/lib/units/queries/units"
import { defaultMonthlyLimit, hasCeased, monthlyOf } from "@/lib/units/rules"

export type Load = {
  personId: string; name: Text | null; points: number; byFrequency: Partial<Record<Frequency, number>>; performs: number
  /** Obligations a month on average over the year, of the points owned. */
  monthly: number
  remediation: number; tooMuch: boolean
}

/** What each person of a unit answers for: points by frequency, obligations a month, open remediation; the busiest first. */
export async function workloadOf(actor: Actor, unitId: string) {
  if (!isId(unitId)) return null
  return asReader(actor, async ({ tx, now }) => {
    const ground = await groundOf(tx, unitId, today(now))
    if (!ground || !actor.audience.includes("operating")) return null
    const limit = ground.unit.monthlyLimit ?? defaultMonthlyLimit
    const remediation = await remediationsIn(tx, unitId)
    const performing = new Map<string, number>()
    for (const people of (await performersIn(tx, unitId, today(now))).values()) for (const person of people) performing.set(person, (performing.get(person) ?? 0) + 1)
    const ids = [...new Set([...ground.owners.values(), ...remediation.keys(), ...performing.keys()])]
    const names = await namesOf(tx, ids)
    const loads = ids.map((personId): Load => {
      const owned = ground.points.filter((point) => ground.owners.get(point.pointId) === personId)
      const byFrequency = Object.fromEntries(frequencies.flatMap((frequency) => {
        const count = owned.filter((point) => point.frequency === frequency).length
        return count > 0 ? [[frequency, count]] : []
      }))
      const monthly = frequencies.reduce((sum, frequency) => sum + monthlyOf(frequency) * (byFrequency[frequency] ?? 0), 0)
      return { personId, name: names.get(personId) ?? null, points: owned.length, byFrequency, performs: performing.get(personId) ?? 0, monthly, remediation: remediation.get(personId) ?? 0, tooMuch: monthly > limit }
    })
    return { unit: ground.unit, limit, loads: loads.toSorted((one, other) => other.monthly - one.monthly || other.points - one.points || (one.personId < other.personId ? -1 : 1)) }
  })
}

export type PositionLoad = { position: string; name: Text | null; cells: Record<string, { points: number; gaps: number }> }

/** The points of the edition in force by the position that answers for them, in every unit within reach: how many, and how many have no owner. */
export async function positionLoads(actor: Actor): Promise<PositionLoad[]> {
  return asReader(actor, async ({ tx, now }) => {
    const edition = await editionInForceIn(tx, today(now))
    if (!edition) return []
    const points = await tx.pointVersion.findMany({ where: { editionId: edition.id }, select: { pointId: true, ownerPosition: true, kinds: true } })
    const names = new Map(await positionTitlesIn(tx, edition.id))
    const on = dateOf(today(now))
    const owned = await tx.ownership.findMany({ where: { voidedAt: null, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] }, select: { unitId: true, pointId: true } })
    const answered = new Set(owned.map(({ unitId, pointId }) => `${unitId} ${pointId}`))
    const loads = new Map<string, PositionLoad>()
    const closings = await closingsIn(tx)
    for (const unit of actor.units ?? []) {
      if (hasCeased({ to: closings.get(unit.id) ?? null }, today(now))) continue
      const overrides = await overridesIn(tx, unit.id)
      for (const { pointId, ownerPosition, kinds } of points) {
        if (!applies(kinds, unit.kind, overrides.get(pointId))) continue
        const load = loads.get(ownerPosition) ?? { position: ownerPosition, name: names.get(ownerPosition) ?? null, cells: {} }
        const cell = load.cells[unit.id] ?? { points: 0, gaps: 0 }
        load.cells[unit.id] = { points: cell.points + 1, gaps: cell.gaps + (answered.has(`${unit.id} ${pointId}`) ? 0 : 1) }
        loads.set(ownerPosition, load)
      }
    }
    return [...loads.values()].toSorted((one, other) => one.position.localeCompare(other.position, "en"))
  })
}
