import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import type { PointFilter } from "@/lib/handbook/schema/inputs"
import { editionIn } from "./editions"
import { labelsOf } from "./labels"
import { controlPointsIn } from "./list"
import { nodesIn, stepsIn } from "./headings"

/** The list of control points with what it can be narrowed by; null when no edition is in force. */
export async function pointsPage(actor: Actor, filter: PointFilter) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionIn(tx, filter.edition)
    if (!edition) return null
    const list = await controlPointsIn(tx, actor, { ...filter, edition: edition.id })
    const labels = labelsOf(edition)
    const used = await usedIn(tx, edition.id)
    return {
      edition, list, labels, nodes: await nodesIn(tx, edition.id), steps: await stepsIn(tx, edition.id),
      positions: labels.positions.filter(([code]) => used.has(code)), departments: labels.departments.filter(([code]) => used.has(code)),
    }
  })
}
export type PointsPage = NonNullable<Awaited<ReturnType<typeof pointsPage>>>

/** The positions and departments that own points: the others would find nothing. */
async function usedIn(tx: Tx, editionId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ position: string; department: string }[]>`
    select distinct "ownerPosition" as position, department from "PointVersion" where "editionId" = ${editionId}::uuid`
  return new Set(rows.flatMap(({ position, department }) => [position, department]))
}
