import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"

export type Heading = { code: string; title: Text; node: string; nodeTitle: Text; evidenceKinds: string[] }

/** Code, title and node of points as editions word them, by the id of the wording: for lists of other rooms. */
export async function headingsIn(tx: Tx, pointVersionIds: string[]): Promise<Map<string, Heading>> {
  const rows = await tx.pointVersion.findMany({
    where: { id: { in: [...new Set(pointVersionIds)] } },
    select: { id: true, code: true, titleZh: true, titleEn: true, evidenceKinds: true, node: { select: { code: true, titleZh: true, titleEn: true } } },
  })
  return new Map(rows.map((row) => [row.id, {
    code: row.code,
    title: { zh: row.titleZh, en: row.titleEn },
    evidenceKinds: row.evidenceKinds,
    node: row.node.code,
    nodeTitle: { zh: row.node.titleZh, en: row.node.titleEn },
  }]))
}

/** The codes alone, by the id of the wording. */
export async function codesIn(tx: Tx, pointVersionIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.pointVersion.findMany({ where: { id: { in: [...new Set(pointVersionIds)] } }, select: { id: true, code: true } })
  return new Map(rows.map((row) => [row.id, row.code]))
}

/** The points that any edition places in an element or process. */
export async function pointIdsOfNodeIn(tx: Tx, node: string): Promise<string[]> {
  const rows = await tx.pointVersion.findMany({ where: { node: { code: node } }, distinct: ["pointId"], select: { pointId: true } })
  return rows.map((row) => row.pointId)
}

/** The elements and processes of an edition, in its order: the choices of a filter. */
export async function nodesIn(tx: Tx, editionId: string): Promise<{ code: string; title: Text }[]> {
  const rows = await tx.handbookNode.findMany({ where: { editionId }, orderBy: { ordinal: "asc" }, select: { code: true, titleZh: true, titleEn: true } })
  return rows.map(({ code, titleZh, titleEn }) => ({ code, title: { zh: titleZh, en: titleEn } }))
}
