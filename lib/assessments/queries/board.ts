import { nodesIn } from "@/lib/handbook/queries/headings"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { quarterPeriod } from "@/lib/platform/periods"
import { change, type Outcome, type Verdict } from "@/lib/platform/refusal"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import { namedUnitIn } from "@/lib/units/queries/units"
import { mayLead, mayOpen, maySignOff, testingRoles } from "../policy"
import { mayCloseNow, mayStartReview } from "../rules/closing"
import { possibleSteps, type AssessmentStepName } from "../rules/possible"
import { type Reading, readingsOf } from "../rules/signing"
import { factsOfCounts, type QuarterFacts } from "../rules/standing"
import { type AssessmentNow, type BoardLine, boardLinesIn, type Counted } from "./board-lines"
import type { LineFilter } from "./narrow"
import { openingsIn } from "./openings"
import { peopleOfPapersIn } from "./people"
import { signingPapersIn, signingSeed } from "./signing"

export type Person = { id: string; name: Text }
export type SignableProcess = { node: string; papers: number; readings: (Reading & { openedAt: Date | null })[]; verdict: Verdict }

export type Board = {
  assessment: AssessmentNow
  /** Whether the quarter itself has ended. */
  isOver: boolean
  unit: { id: string; code: string; name: Text }
  counts: Counted[]
  /** What the elements and processes are called. */
  titles: Map<string, Text>
  /** One page of the lines that answer the filter; empty without one. */
  page: { shown: BoardLine[]; total: number; next: string | null }
  facts: QuarterFacts
  /** Of all testers and of everybody on the page. */
  names: Map<string, Text>
  /** Who can be given papers; nobody where the reader gives none. */
  candidates: Person[]
  processes: SignableProcess[]
  steps: AssessmentStepName[]
  may: { open: Verdict; lead: Verdict; assign: boolean }
  ready: { review: Outcome<null>; close: Outcome<null> }
}

/** Where an assessment stands; with a filter the lines that answer it, else what waits for the lead's signature. Null where it is not visible. */
export async function boardOf(actor: Actor, id: string, filter: LineFilter | null): Promise<Board | null> {
  return asReader(actor, async ({ tx, now }) => {
    const lines = await boardLinesIn(tx, id, filter)
    const unit = lines && (await namedUnitIn(tx, actor, lines.assessment.unitId))
    if (!lines || !unit) return null
    const { assessment, shown, total, next, names, unsettled, counts } = lines
    const [steps, lead] = [possibleSteps(assessment.status), mayLead(actor, assessment)]
    const assign = lead.allowed && steps.includes("start-review")
    const able = assign && filter ? await roleHoldersIn(tx, unit.id, testingRoles, today(now)) : []
    const ableNames = await namesOf(tx, able, names)
    const nodes = await nodesIn(tx, assessment.editionId)
    return {
      assessment, isOver: today(now) > quarterPeriod(assessment.quarter).end, counts, names, steps, page: { shown, total, next }, titles: new Map(nodes.map(({ code, title }) => [code, title])),
      unit: { id: unit.id, code: unit.code, name: unit.name },
      facts: factsOfCounts(counts),
      candidates: able.flatMap((person) => { const name = ableNames.get(person); return name ? [{ id: person, name }] : [] }),
      processes: filter ? [] : await signableIn(tx, actor, assessment, counts),
      may: { open: mayOpen(actor, assessment), lead, assign },
      ready: { review: steps.includes("start-review") ? mayStartReview(unsettled) : change(null), close: steps.includes("close") ? mayCloseNow(unsettled) : change(null) },
    }
  })
}

// Processes whose due papers are all reviewed and wait for the lead's signature.
async function signableIn(tx: Tx, actor: Actor, assessment: AssessmentNow, all: readonly Counted[]): Promise<SignableProcess[]> {
  const codes = [...Map.groupBy(all, ({ node }) => node)].flatMap(([node, counts]) => (waits(counts) ? [node] : []))
  if (codes.length === 0) return []
  const papers = Map.groupBy(await signingPapersIn(tx, assessment, codes), ({ nodeCode }) => nodeCode)
  const waiting = codes.map((node) => ({ node, some: papers.get(node) ?? [] }))
  const people = await peopleOfPapersIn(tx, waiting.flatMap(({ some }) => some))
  const openings = actor.personId === null ? null : await openingsIn(tx, { assessmentId: assessment.id, unitId: assessment.unitId }, actor.personId)
  return waiting.map(({ node, some }) => ({
    node,
    papers: some.filter((paper) => paper.due && paper.status === "reviewed").length,
    readings: readingsOf(some, signingSeed(assessment, node)).map((reading) => ({ ...reading, openedAt: openings?.get(reading.id) ?? null })),
    verdict: maySignOff(actor, assessment.unitId, some.flatMap((paper) => people.get(paper.id) ?? [])),
  }))
}

function waits(counts: readonly Counted[]): boolean {
  const due = counts.filter(({ standing }) => standing !== "not-due")
  return due.some(({ standing }) => standing === "reviewed") && due.every(({ standing }) => standing === "reviewed" || standing === "signed-off")
}
