import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { editionIn } from "./editions"
import { labelsOf } from "./labels"
import { controlPointsIn } from "./list"
import { nodesIn } from "./headings"

/** The list of control points with what it can be narrowed by; null when no edition is in force. */
export async function pointsPage(actor: Actor, filter: PointFilter) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionIn(tx, filter.edition)
    if (!edition) return null
    const list = await controlPointsIn(tx, actor, { ...filter, edition: edition.id })
    const used = new Set((await tx.$queryRaw<{ code: string }[]>`select distinct "ownerPosition" as code from "PointVersion" where "editionId" = ${edition.id}::uuid`).map(({ code }) => code))
    const labels = labelsOf(edition)
    return { edition, list, labels, nodes: await nodesIn(tx, edition.id), positions: labels.positions.filter(([code]) => used.has(code)) }
  })
}
