import type { Actor, Text } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { count } from "@/lib/handbook/rules/counts"
import { companyIn } from "./company"
import { editionInForceIn, editionsIn } from "./editions"
import { importsIn } from "./imports"
import { onceFor, wordsIn } from "./kept"

export type NodeRow = { code: string; kind: string; title: Text; kinds: string[]; steps: number; points: { kinds: string[] }[] }

/** The elements and processes of an edition with their points' applicability, in order. */
export async function nodesIn(tx: Tx, editionId: string): Promise<NodeRow[]> {
  return heldBy(await wordsIn(tx, editionId))
}

const heldBy = onceFor(({ nodes, points }) => nodes.map(({ id, code, kind, titleZh, titleEn, kinds, steps }): NodeRow => ({
  code, kind, title: { zh: titleZh, en: titleEn }, kinds, steps: steps.length, points: points.filter(({ nodeId }) => nodeId === id).map((point) => ({ kinds: point.kinds })),
})))

/** The handbook's first page: what is in force, what it holds, and, for who reaches the company, what is being prepared. */
export async function handbookOverview(actor: Actor) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionInForceIn(tx)
    const nodes = edition ? await nodesIn(tx, edition.id) : []
    const company = await companyIn(tx)
    return { edition, nodes, counts: count(nodes), editions: await editionsIn(tx), imports: company ? await importsIn(tx) : [], company }
  })
}
