import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { namedEditionIn } from "./editions"
import { nodesOf, stepsOf } from "./headings"
import { onceFor, wordsIn } from "./kept"
import { labelsIn } from "./labels"
import { listedIn } from "./list"

/** The list of control points with what it can be narrowed by; null when no edition is in force. */
export async function pointsPage(actor: Actor, filter: PointFilter) {
  return asReader(actor, async ({ tx }) => {
    const edition = await namedEditionIn(tx, filter.edition)
    if (!edition) return null
    const words = await wordsIn(tx, edition.id)
    const list = await listedIn(tx, actor, words, filter)
    const labels = labelsIn(words)
    const used = usedIn(words)
    return {
      edition, list, labels, nodes: nodesOf(words), steps: stepsOf(words),
      positions: labels.positions.filter(([code]) => used.has(code)), departments: labels.departments.filter(([code]) => used.has(code)),
    }
  })
}
export type PointsPage = NonNullable<Awaited<ReturnType<typeof pointsPage>>>

// The positions and departments that own points: the others would find nothing.
const usedIn = onceFor(({ points }) => new Set(points.flatMap(({ ownerPosition, department }) => [ownerPosition, department])))
