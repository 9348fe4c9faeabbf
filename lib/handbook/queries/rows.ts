import type { Tx } from "@/lib/platform/database"

const point = {
  id: true, editionId: true, pointId: true, nodeId: true, stepId: true, code: true, ordinal: true,
  titleZh: true, titleEn: true, descriptionZh: true, descriptionEn: true, objective: true, risk: true,
  assertions: true, accounts: true, component: true, principle: true, aspect: true, frequency: true, effect: true, nature: true,
  systems: true, reports: true, review: true, ownerPosition: true, performingPositions: true, department: true,
  evidenceKinds: true, designTest: true, operatingTest: true, compensating: true, regulations: true,
  kinds: true, kindsReason: true, provenance: true, provenancePlace: true,
  node: { select: { code: true, kind: true, ordinal: true, titleZh: true, titleEn: true } },
  step: { select: { code: true, ordinal: true, titleZh: true, titleEn: true, position: true, department: true } },
} as const

const node = {
  id: true, code: true, kind: true, ordinal: true, titleZh: true, titleEn: true, objectiveZh: true, objectiveEn: true, kinds: true, kindsReasonZh: true, kindsReasonEn: true,
  steps: { orderBy: { ordinal: "asc" }, select: { code: true, titleZh: true, titleEn: true, department: true, position: true, documentsIn: true, documentsOut: true } },
} as const

/** A point as one edition words it, with its element or process and its step. */
export type PointVersionRow = Awaited<ReturnType<typeof pointRowsIn>>[number]
/** An element or process of an edition with its steps. */
export type HandbookNodeRow = Awaited<ReturnType<typeof nodeRowsIn>>[number]

type Which = { id?: string; editionId?: string; nodeId?: string; pointId?: string | { in: string[] } }

/** Points in the order of their elements, processes and steps. */
export async function pointRowsIn(tx: Tx, where: Which) {
  return tx.pointVersion.findMany({ where, orderBy: [{ node: { ordinal: "asc" } }, { ordinal: "asc" }], select: point })
}

/** The elements and processes of an edition in its order. */
export async function nodeRowsIn(tx: Tx, editionId: string) {
  return tx.handbookNode.findMany({ where: { editionId }, orderBy: { ordinal: "asc" }, select: node })
}
