import type { Tx } from "@/lib/platform/database"
import { applies, type Override } from "@/lib/handbook/rules/applicability"
import { keptIn, keptWordingsIn, onceFor, wordsIn } from "./kept"
import { unitKinds } from "@/lib/handbook/schema/values"
import { overridesIn } from "./overrides"
import { pointRowsIn, type PointVersionRow } from "./rows"

/** A wording of a point by its own id; null where the reader sees none. */
export async function pointVersionIn(tx: Tx, id: string): Promise<PointVersionRow | null> {
  const kept = (await keptWordingsIn(tx, [id])).get(id)
  return kept ?? (await pointRowsIn(tx, { id }))[0] ?? null
}

/** A point's wording in one edition; null if the edition does not hold it. */
export async function pointOfEditionIn(tx: Tx, pointId: string, editionId: string): Promise<PointVersionRow | null> {
  const kept = await keptIn(tx, editionId)
  return (kept ? kept.byPoint.get(pointId) : (await pointRowsIn(tx, { editionId, pointId }))[0]) ?? null
}

/** The points of an edition in the order of its elements, processes and steps. */
export async function pointsOfEditionIn(tx: Tx, editionId: string, where: { pointIds?: string[]; nodeId?: string } = {}): Promise<PointVersionRow[]> {
  const kept = await keptIn(tx, editionId)
  if (!kept) return pointRowsIn(tx, { editionId, nodeId: where.nodeId, pointId: where.pointIds ? { in: where.pointIds } : undefined })
  const wanted = where.pointIds && new Set(where.pointIds)
  return kept.points.filter((point) => (!where.nodeId || point.nodeId === where.nodeId) && (!wanted || wanted.has(point.pointId)))
}

/** What a point is called and who it is for, without its full wording: enough for lists, plans and assignments. */
export type ApplicablePoint = {
  id: string; pointId: string; code: string; titleZh: string; titleEn: string | null; frequency: string; nature: string
  ownerPosition: string; department: string; kinds: string[]; node: { code: string; titleZh: string; titleEn: string | null }
}

/** The points that apply to a unit, in the handbook's order: by its kind, and as decided for it alone (domain.md § 1), which may have been asked already. */
export async function applicablePointsIn(tx: Tx, unit: { id: string; kind: string }, editionId: string, decided?: readonly Override[]): Promise<ApplicablePoint[]> {
  const words = await wordsIn(tx, editionId)
  const overrides = decided ? new Map(decided.map((row) => [row.pointId, row])) : await overridesIn(tx, unit.id)
  if (overrides.size === 0) return [...(byKind(words).get(unit.kind) ?? [])]
  return shortOf(words).filter((row) => applies(row.kinds, unit.kind, overrides.get(row.pointId)))
}

// Most units have no decision of their own, and going through all wordings at each request reaches into memory that is long cold.
const byKind = onceFor((words) => new Map<string, readonly ApplicablePoint[]>(
  unitKinds.map((kind) => [kind, shortOf(words).filter((row) => applies(row.kinds, kind, undefined))]),
))

const shortOf = onceFor(({ points }): ApplicablePoint[] => points.map(({ id, pointId, code, titleZh, titleEn, frequency, nature, ownerPosition, department, kinds, node }) => ({
  id, pointId, code, titleZh, titleEn, frequency, nature, ownerPosition, department, kinds, node: { code: node.code, titleZh: node.titleZh, titleEn: node.titleEn },
})))
