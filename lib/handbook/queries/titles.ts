import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { onceFor, wordsIn } from "./kept"
import { labelsIn } from "./labels"

export type PointTitle = { title: Text; node: { code: string; title: Text; ordinal: number }; /** Its place in the handbook's order. */ place: number }

/** The titles of an edition's points with their element or process, by the id of the point's version: for long lists. */
export async function titlesIn(tx: Tx, editionId: string): Promise<Map<string, PointTitle>> {
  return titlesOf(await wordsIn(tx, editionId))
}

const titlesOf = onceFor(({ points }) => new Map(points.toSorted((a, b) => a.node.ordinal - b.node.ordinal || byCode.compare(a.code, b.code)).map(({ id, titleZh, titleEn, node }, place): [string, PointTitle] => [id, {
  title: { zh: titleZh, en: titleEn }, node: { code: node.code, title: { zh: node.titleZh, en: node.titleEn }, ordinal: node.ordinal }, place,
}])))

const byCode = new Intl.Collator("en", { numeric: true })

/** What an edition calls its positions, by code. */
export async function positionTitlesIn(tx: Tx, editionId: string): Promise<[string, Text][]> {
  return labelsIn(await wordsIn(tx, editionId)).positions
}
