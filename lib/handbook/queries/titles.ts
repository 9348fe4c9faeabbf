import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { position } from "@/lib/handbook/schema/content"

export type PointTitle = { title: Text; node: { code: string; title: Text; ordinal: number } }

/** The titles of an edition's points with their element or process, by the id of the point's version: for long lists. */
export async function titlesIn(tx: Tx, editionId: string): Promise<Map<string, PointTitle>> {
  const rows = await tx.$queryRaw<{ id: string; titleZh: string; titleEn: string | null; code: string; ordinal: number; nodeZh: string; nodeEn: string | null }[]>`
    select p.id, p."titleZh", p."titleEn", n.code, n.ordinal, n."titleZh" as "nodeZh", n."titleEn" as "nodeEn"
    from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId" where p."editionId" = ${editionId}::uuid`
  return new Map(rows.map((row) => [row.id, {
    title: { zh: row.titleZh, en: row.titleEn },
    node: { code: row.code, title: { zh: row.nodeZh, en: row.nodeEn }, ordinal: row.ordinal },
  }]))
}

/** What an edition calls its positions, by code. */
export async function positionTitlesIn(tx: Tx, editionId: string): Promise<[string, Text][]> {
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { positions: true } })
  return position.array().parse(edition?.positions ?? []).map(({ code, title }) => [code, title])
}
