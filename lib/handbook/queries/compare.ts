import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { editionBefore } from "@/lib/handbook/rules/edition"
import { changesByNode } from "@/lib/handbook/rules/fields"
import { contentIn } from "./content"
import { editionIn, editionsIn } from "./editions"
import { labelsOf } from "./labels"

/** Two editions side by side, the second read against the first; unless told, against the edition published before it. Null where the reader sees none. */
export async function comparison(actor: Actor, asked: string, against: string | undefined) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionIn(tx, asked)
    if (!edition) return null
    const others = (await editionsIn(tx)).filter(({ id }) => id !== edition.id)
    const before = others.find(({ id }) => id === against) ?? editionBefore(edition, others)
    const nodes = before ? changesByNode(await contentIn(tx, before.id), await contentIn(tx, edition.id)) : []
    return { edition, before: before ?? null, others, nodes, labels: labelsOf(edition) }
  })
}
