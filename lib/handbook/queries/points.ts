import type { Tx } from "@/lib/platform/database"
import { applies } from "@/lib/handbook/rules/applicability"
import { overridesIn } from "./overrides"

const select = {
  id: true, editionId: true, pointId: true, nodeId: true, stepId: true, code: true, ordinal: true,
  titleZh: true, titleEn: true, descriptionZh: true, descriptionEn: true, objective: true, risk: true,
  assertions: true, accounts: true, component: true, principle: true, aspect: true, frequency: true, effect: true, nature: true,
  systems: true, reports: true, review: true, ownerPosition: true, performingPositions: true, department: true,
  evidenceKinds: true, designTest: true, operatingTest: true, compensating: true, regulations: true,
  kinds: true, kindsReason: true, provenance: true, provenancePlace: true,
  node: { select: { code: true, kind: true, ordinal: true, titleZh: true, titleEn: true } },
  step: { select: { code: true, ordinal: true, titleZh: true, titleEn: true, position: true, department: true } },
} as const

/** A point as one edition words it, with its element or process and its step. */
export type PointVersionRow = NonNullable<Awaited<ReturnType<typeof pointVersionIn>>>

export async function pointVersionIn(tx: Tx, id: string) {
  return tx.pointVersion.findUnique({ where: { id }, select })
}

/** A point's wording in one edition; null if the edition does not hold it. */
export async function pointOfEditionIn(tx: Tx, pointId: string, editionId: string): Promise<PointVersionRow | null> {
  return tx.pointVersion.findUnique({ where: { editionId_pointId: { editionId, pointId } }, select })
}

/** The points of an edition in the order of its elements, processes and steps. */
export async function pointsOfEditionIn(tx: Tx, editionId: string, where: { pointIds?: string[]; nodeId?: string } = {}): Promise<PointVersionRow[]> {
  return tx.pointVersion.findMany({
    where: { editionId, nodeId: where.nodeId, pointId: where.pointIds ? { in: where.pointIds } : undefined },
    orderBy: [{ node: { ordinal: "asc" } }, { ordinal: "asc" }],
    select,
  })
}

/** The points that apply to a unit: by its kind, and as decided for it alone (domain.md § 1). */
export async function applicablePointsIn(tx: Tx, unit: { id: string; kind: string }, editionId: string): Promise<PointVersionRow[]> {
  const [points, overrides] = [await pointsOfEditionIn(tx, editionId), await overridesIn(tx, unit.id)]
  return points.filter((point) => applies(point.kinds, unit.kind, overrides.get(point.pointId)))
}
