import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader, todayIn } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { applies } from "@/lib/handbook/rules/applicability"
import { found } from "@/lib/handbook/rules/search"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { namedOwnersIn, ownersIn } from "@/lib/units/queries/owners"
import { namedEditionIn } from "./editions"
import { type EditionWords, wordsIn } from "./kept"
import { overridesIn } from "./overrides"
import type { PointVersionRow } from "./rows"

/** `id` is the point's own, kept across editions; `applicable` is null where no unit was asked for. */
export type ListedPoint = {
  id: string
  versionId: string
  code: string
  title: Text
  description: Text
  node: string
  step: string | null
  aspect: string | null
  frequency: string
  nature: string
  provenance: string
  kinds: string[]
  ownerPosition: string
  applicable: boolean | null
  /** Who owns it in the unit asked for. */
  owner: { id: string; name: Text } | null
}
export type PointList = { items: ListedPoint[]; next: string | null; total: number }

/** The control points of the edition in force that answer a filter, in the handbook's order; with a search the best answers first. */
export async function listControlPoints(actor: Actor, filter: PointFilter): Promise<PointList> {
  return asReader(actor, ({ tx }) => controlPointsIn(tx, actor, filter))
}

/** The same within a page's own transaction. */
export async function controlPointsIn(tx: Tx, actor: Actor, filter: PointFilter): Promise<PointList> {
  const editionId = isId(filter.edition ?? "") ? filter.edition : (await namedEditionIn(tx, filter.edition))?.id
  return editionId === undefined ? nothing : listedIn(tx, actor, await wordsIn(tx, editionId), filter)
}

const nothing: PointList = { items: [], next: null, total: 0 }

/** The points of an edition that was read already. */
export async function listedIn(tx: Tx, actor: Actor, words: EditionWords, filter: PointFilter): Promise<PointList> {
  const unit = filter.unit === undefined ? null : (actor.units ?? []).find(({ id, code }) => id === filter.unit || code === filter.unit)
  if (unit === undefined) return nothing
  const isApplicable = await applicabilityIn(tx, unit)
  const isOwned = await ownershipIn(tx, filter.owner, unit ? [unit] : (actor.units ?? []))
  const wanted = words.points.filter((point) => isWanted(point, filter))
  const kept = (filter.q ? found(wanted, filter.q) : wanted)
    .filter((point) => isOwned(point.pointId) && (filter.applicable === undefined || String(isApplicable(point)) === filter.applicable))
  const { items, ...rest } = page(kept, filter)
  const listed = items.map((point) => listedOf(point, isApplicable(point)))
  return { ...rest, items: unit ? await withOwners(tx, unit.id, listed) : listed }
}

function listedOf(point: PointVersionRow, applicable: boolean | null): ListedPoint {
  const { id, pointId, code, titleZh, titleEn, descriptionZh, descriptionEn, aspect, frequency, nature, provenance, kinds, ownerPosition, node, step } = point
  return {
    id: pointId, versionId: id, code, title: { zh: titleZh, en: titleEn }, description: { zh: descriptionZh, en: descriptionEn }, node: node.code, step: step?.code ?? null,
    aspect, frequency, nature, provenance, kinds, ownerPosition, applicable, owner: null,
  }
}

function isWanted(point: PointVersionRow, { aspect, frequency, position, node, step, department, nature, kind, assertion }: PointFilter): boolean {
  const wanted = [
    [point.aspect, aspect], [point.frequency, frequency], [point.ownerPosition, position], [point.node.code, node], [point.step?.code, step],
    [point.department, department], [point.nature, nature],
  ] as const
  return wanted.every(([has, value]) => value === undefined || has === value)
    && (kind === undefined || point.kinds.includes(kind)) && (assertion === undefined || point.assertions.includes(assertion))
}

async function withOwners(tx: Tx, unitId: string, items: ListedPoint[]): Promise<ListedPoint[]> {
  const owners = await namedOwnersIn(tx, items.map(({ id }) => ({ unitId, pointId: id })), await todayIn(tx))
  return items.map((item) => ({ ...item, owner: owners.get(`${unitId} ${item.id}`) ?? null }))
}

/** Whether a person owns a point in one of the units; `none`: whether nobody does. */
async function ownershipIn(tx: Tx, owner: string | undefined, units: readonly ReachedUnit[]) {
  if (owner === undefined) return () => true
  const owned = new Set<string>()
  for (const unit of units) {
    for (const [pointId, personId] of await ownersIn(tx, unit.id)) if (owner === "none" || owner === personId) owned.add(pointId)
  }
  return (pointId: string) => owned.has(pointId) !== (owner === "none")
}

/** Whether points apply to the unit asked for. */
async function applicabilityIn(tx: Tx, unit: ReachedUnit | null) {
  if (unit === null) return () => null
  const overrides = await overridesIn(tx, unit.id)
  return ({ pointId, kinds }: { pointId: string; kinds: string[] }) => applies(kinds, unit.kind, overrides.get(pointId))
}

function page(points: PointVersionRow[], { limit = 50, cursor }: PointFilter) {
  const from = cursor === undefined ? 0 : points.findIndex(({ pointId }) => pointId === cursor) + 1
  const items = points.slice(from, from + limit)
  return { items, next: from + limit < points.length ? (items.at(-1)?.pointId ?? null) : null, total: points.length }
}
