import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"

export type Heading = { code: string; title: Text; node: string; nodeTitle: Text }

/** Code, title and node of points as editions word them, by the id of the wording: for lists of other rooms. */
export async function headingsIn(tx: Tx, pointVersionIds: string[]): Promise<Map<string, Heading>> {
  const rows = await tx.pointVersion.findMany({
    where: { id: { in: [...new Set(pointVersionIds)] } },
    select: { id: true, code: true, titleZh: true, titleEn: true, node: { select: { code: true, titleZh: true, titleEn: true } } },
  })
  return new Map(rows.map((row) => [row.id, {
    code: row.code,
    title: { zh: row.titleZh, en: row.titleEn },
    node: row.node.code,
    nodeTitle: { zh: row.node.titleZh, en: row.node.titleEn },
  }]))
}

/** The points that any edition places in an element or process. */
export async function pointIdsOfNodeIn(tx: Tx, node: string): Promise<string[]> {
  const rows = await tx.pointVersion.findMany({ where: { node: { code: node } }, distinct: ["pointId"], select: { pointId: true } })
  return rows.map((row) => row.pointId)
}
