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

/** What a point is called and who it is for, without its full wording: enough for lists, plans and assignments. */
export type ApplicablePoint = {
  id: string; pointId: string; code: string; titleZh: string; titleEn: string | null; frequency: string; nature: string
  ownerPosition: string; department: string; kinds: string[]; node: { code: string; titleZh: string; titleEn: string | null }
}
type PointRow = Omit<ApplicablePoint, "node"> & { nodeCode: string; nodeZh: string; nodeEn: string | null }

/** The points that apply to a unit, in the handbook's order: by its kind, and as decided for it alone (domain.md § 1). */
export async function applicablePointsIn(tx: Tx, unit: { id: string; kind: string }, editionId: string): Promise<ApplicablePoint[]> {
  const rows = await tx.$queryRaw<PointRow[]>`
    select p.id, p."pointId", p.code, p."titleZh", p."titleEn", p.frequency, p.nature, p."ownerPosition", p.department, p.kinds,
      n.code as "nodeCode", n."titleZh" as "nodeZh", n."titleEn" as "nodeEn"
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId"
    where p."editionId" = ${editionId}::uuid order by n.ordinal, p.ordinal`
  const overrides = await overridesIn(tx, unit.id)
  return rows
    .filter((row) => applies(row.kinds, unit.kind, overrides.get(row.pointId)))
    .map(({ nodeCode, nodeZh, nodeEn, ...row }) => ({ ...row, node: { code: nodeCode, titleZh: nodeZh, titleEn: nodeEn } }))
}
