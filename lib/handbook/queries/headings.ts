import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type EditionWords, keptWordingsIn, wordsIn } from "./kept"

type Row = { id: string; code: string; titleZh: string; titleEn: string | null; evidenceKinds: string[]; node: string; nodeZh: string; nodeEn: string | null }
export type Heading = { code: string; title: Text; node: string; nodeTitle: Text; evidenceKinds: string[] }

/** Code, title and node of points as editions word them, by the id of the wording: for lists of other rooms. */
export async function headingsIn(tx: Tx, pointVersionIds: string[]): Promise<Map<string, Heading>> {
  const wanted = [...new Set(pointVersionIds)]
  const kept = await keptWordingsIn(tx, wanted)
  const rest = wanted.filter((id) => !kept.has(id))
  const rows = rest.length === 0 ? [] : await tx.$queryRaw<Row[]>`
    select p.id, p.code, p."titleZh", p."titleEn", p."evidenceKinds", n.code as node, n."titleZh" as "nodeZh", n."titleEn" as "nodeEn"
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId" where p.id = any (${rest}::uuid[])`
  const short = [...kept.values()].map(({ node, ...row }) => ({ ...row, node: node.code, nodeZh: node.titleZh, nodeEn: node.titleEn }))
  return new Map([...short, ...rows].map(({ id, code, titleZh, titleEn, evidenceKinds, node, nodeZh, nodeEn }) => [
    id, { code, title: { zh: titleZh, en: titleEn }, evidenceKinds, node, nodeTitle: { zh: nodeZh, en: nodeEn } },
  ]))
}

/** The points that any edition places in an element or process. */
export async function pointIdsOfNodeIn(tx: Tx, node: string): Promise<string[]> {
  const rows = await tx.pointVersion.findMany({ where: { node: { code: node } }, distinct: ["pointId"], select: { pointId: true } })
  return rows.map((row) => row.pointId)
}

/** The elements and processes of an edition, in its order: the choices of a filter. */
export async function nodesIn(tx: Tx, editionId: string): Promise<{ code: string; title: Text }[]> {
  return nodesOf(await wordsIn(tx, editionId))
}

export function nodesOf({ nodes }: EditionWords): { code: string; title: Text }[] {
  return nodes.map(({ code, titleZh, titleEn }) => ({ code, title: { zh: titleZh, en: titleEn } }))
}

/** The steps of an edition's processes, in its order, with their process. */
export function stepsOf({ nodes }: EditionWords): { code: string; title: Text; node: string }[] {
  return nodes.flatMap((node) => node.steps.map(({ code, titleZh, titleEn }) => ({ code, node: node.code, title: { zh: titleZh, en: titleEn } })))
}
