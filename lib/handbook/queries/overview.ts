import type { Actor, Text } from "@/lib/platform/actor"
import { asReader, todayIn } from "@/lib/platform/door"
import { askAtOnce } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { applies } from "@/lib/handbook/rules/applicability"
import { count } from "@/lib/handbook/rules/counts"
import { type UnitKind, unitKinds } from "@/lib/handbook/schema/values"
import { company } from "./company"
import { editionInForce, editionsAsked, toldEdition, toldEditions } from "./editions"
import { importsAsked, toldImports } from "./imports"
import { onceFor, wordsIn } from "./kept"

export type NodeRow = {
  code: string; kind: string; title: Text; kinds: string[]; steps: number; points: { kinds: string[] }[]
  /** How many of its points apply to each kind of unit. */
  perKind: Map<UnitKind, number>
}

/** The elements and processes of an edition with their points' applicability, in order. */
export async function nodesIn(tx: Tx, editionId: string): Promise<NodeRow[]> {
  return heldBy(await wordsIn(tx, editionId))
}

const heldBy = onceFor(({ nodes, points }) => nodes.map(({ id, code, kind, titleZh, titleEn, kinds, steps }): NodeRow => {
  const own = points.filter(({ nodeId }) => nodeId === id).map((point) => ({ kinds: point.kinds }))
  return {
    code, kind, title: { zh: titleZh, en: titleEn }, kinds, steps: steps.length, points: own,
    perKind: new Map(unitKinds.map((unitKind) => [unitKind, own.filter((point) => applies(point.kinds, unitKind, undefined)).length])),
  }
}))

const countsOf = onceFor((words) => count(heldBy(words)))

/** The handbook's first page: what is in force, what it holds, and, for who reaches the company, what is being prepared. */
export async function handbookOverview(actor: Actor) {
  return asReader(actor, async ({ tx }) => {
    const told = await askAtOnce(tx, { edition: editionInForce(await todayIn(tx)), company, editions: editionsAsked, imports: importsAsked })
    const edition = toldEdition(tx, told.edition)
    const words = edition && (await wordsIn(tx, edition.id))
    return { edition, nodes: words ? heldBy(words) : [], counts: words ? countsOf(words) : count([]), editions: toldEditions(told.editions), imports: told.company ? toldImports(told.imports) : [], company: told.company }
  })
}
