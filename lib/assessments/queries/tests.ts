import { titlesIn } from "@/lib/handbook/queries/titles"
import type { Actor, Text } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { dueIn } from "../rules/due"
import { samplePlan } from "../rules/plan"
import { type Standing, standingOf } from "../rules/standing"
import type { TestFilter } from "../schema"
import { assessmentIn } from "./assessments"
import { attributesIn } from "./attributes"
import { earlierTestsIn } from "./earlier"
import { type LineRow, linesNarrowedIn } from "./lines"
import { pageOf } from "./narrow"
import { paperIn, presentOf } from "./paper"

export type ListedTest = Omit<LineRow, "nodeCode"> & { node: string; title: Text | null; standing: Standing; notDueUntil: string | null }

/** The lines of an assessment that answer a filter; null where it is not visible. */
export async function listTests(actor: Actor, filter: TestFilter): Promise<{ items: ListedTest[]; next: string | null } | null> {
  return asReader(actor, async ({ tx }) => {
    const assessment = await assessmentIn(tx, filter.id)
    if (!assessment) return null
    const titles = await titlesIn(tx, assessment.editionId)
    const page = pageOf(await linesNarrowedIn(tx, assessment, filter), filter.limit)
    const items = page.items.map(({ nodeCode, ...line }) => {
      const due = dueIn(line.quarter, line.frequency)
      return { ...line, node: nodeCode, title: titles.get(line.pointVersionId)?.title ?? null, standing: standingOf(line), notDueUntil: due.due ? null : due.runs }
    })
    return { items, next: page.next }
  })
}

/** A working paper as the API gives it: the present round, what was asked of each sample, and the samples still needed. */
export async function testForApi(actor: Actor, id: string) {
  return asReader(actor, async ({ tx }) => {
    const paper = await paperIn(tx, id)
    if (!paper) return null
    const present = presentOf(paper)
    return {
      ...paper,
      standing: standingOf(paper),
      attributes: await attributesIn(tx, paper.pointVersionId),
      plan: samplePlan(paper, await earlierTestsIn(tx, paper), present.population?.size ?? 0),
      samples: present.samples,
    }
  })
}
