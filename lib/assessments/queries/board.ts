import { titlesIn } from "@/lib/handbook/queries/titles"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { change, type Outcome, type Verdict } from "@/lib/platform/refusal"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import { namedUnitIn } from "@/lib/units/queries/units"
import { mayLead, mayOpen, maySignOff, testingRoles } from "../policy"
import { mayCloseNow, mayStartReview } from "../rules/closing"
import { type LineFilter, pageOfLines } from "../rules/narrow"
import { possibleSteps, type AssessmentStepName } from "../rules/possible"
import { type Reading, readingsOf } from "../rules/signing"
import { factsOf, type QuarterFacts } from "../rules/standing"
import { type AssessmentRow, assessmentIn } from "./assessments"
import { type BoardLine, boardLinesIn } from "./board-lines"
import { openingsIn } from "./openings"
import { peopleOfPapersIn } from "./people"
import { signingSeed, type SigningRow } from "./signing"

export type Person = { id: string; name: Text }
export type SignableProcess = { node: string; papers: number; readings: (Reading & { openedAt: Date | null })[]; verdict: Verdict }

export type Board = {
  assessment: AssessmentRow
  unit: { id: string; code: string; name: Text }
  lines: BoardLine[]
  /** One page of those that answer the filter. */
  page: { shown: BoardLine[]; total: number; next: string | null }
  facts: QuarterFacts
  /** Of all testers, and of everybody on the page. */
  names: Map<string, Text>
  /** Who can be given papers; nobody where the reader gives none. */
  candidates: Person[]
  processes: SignableProcess[]
  steps: AssessmentStepName[]
  may: { open: Verdict; lead: Verdict; assign: boolean }
  ready: { review: Outcome<null>; close: Outcome<null> }
}

/** Where an assessment stands, as one page shows it; null where it is not visible. */
export async function boardOf(actor: Actor, id: string, filter: LineFilter): Promise<Board | null> {
  return asReader(actor, async ({ tx, now }) => {
    const assessment = await assessmentIn(tx, id)
    const unit = assessment && (await namedUnitIn(tx, actor, assessment.unitId))
    if (!assessment || !unit) return null
    const lines = await boardLinesIn(tx, assessment, await titlesIn(tx, assessment.editionId))
    const page = pageOfLines(lines, filter)
    const [steps, lead] = [possibleSteps(assessment.status), mayLead(actor, assessment)]
    const assign = lead.allowed && steps.includes("start-review")
    const able = assign ? await roleHoldersIn(tx, unit.id, testingRoles, today(now)) : []
    const people = page.shown.flatMap((line) => [line.ownerPersonId, line.reviewerPersonId])
    const names = await namesOf(tx, [...able, ...lines.map((line) => line.testerPersonId), ...people])
    const closing = lines.map(({ code, status, quarter, frequency, conclusion, openDispute }) => ({ code, status, quarter, frequency, conclusion, disputed: openDispute }))
    return {
      assessment, lines, page, names, steps,
      unit: { id: unit.id, code: unit.code, name: unit.name },
      facts: factsOf(lines),
      candidates: able.flatMap((person) => { const name = names.get(person); return name ? [{ id: person, name }] : [] }),
      processes: await signableIn(tx, actor, assessment, lines),
      may: { open: mayOpen(actor, assessment), lead, assign },
      ready: { review: steps.includes("start-review") ? mayStartReview(closing) : change(null), close: steps.includes("close") ? mayCloseNow(closing) : change(null) },
    }
  })
}

// Processes whose due papers are all reviewed and wait for the lead's signature.
async function signableIn(tx: Tx, actor: Actor, assessment: AssessmentRow, papers: readonly SigningRow[]): Promise<SignableProcess[]> {
  const byNode = [...Map.groupBy(papers, (paper) => paper.nodeCode)].map(([node, some]) => ({ node, some }))
  const waiting = byNode.filter(({ some }) => waits(some))
  const people = await peopleOfPapersIn(tx, waiting.flatMap(({ some }) => some))
  const openings = actor.personId === null || waiting.length === 0 ? null : await openingsIn(tx, { assessmentId: assessment.id, unitId: assessment.unitId }, actor.personId)
  return waiting.map(({ node, some }) => ({
    node,
    papers: some.filter((paper) => paper.due && paper.status === "reviewed").length,
    readings: readingsOf(some, signingSeed(assessment, node)).map((reading) => ({ ...reading, openedAt: openings?.get(reading.id) ?? null })),
    verdict: maySignOff(actor, assessment.unitId, some.flatMap((paper) => people.get(paper.id) ?? [])),
  }))
}

function waits(papers: readonly SigningRow[]): boolean {
  const due = papers.filter((paper) => paper.due)
  return due.some((paper) => paper.status === "reviewed") && due.every((paper) => paper.status === "reviewed" || paper.status === "signed-off")
}
