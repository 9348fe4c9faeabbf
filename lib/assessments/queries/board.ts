import { titlesIn, type PointTitle } from "@/lib/handbook/queries/titles"
import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import type { Outcome, Verdict } from "@/lib/platform/refusal"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import { namedUnitIn } from "@/lib/units/queries/units"
import { mayLead, mayOpen, maySignOff, testingRoles } from "../policy"
import { mayCloseNow, mayStartReview } from "../rules/closing"
import { type Due, dueIn } from "../rules/due"
import { possibleSteps, type AssessmentStepName } from "../rules/possible"
import { type Reading, readingsOf } from "../rules/signing"
import { factsOf, isFinished, type QuarterFacts, type Standing, standingOf } from "../rules/standing"
import { type AssessmentRow, assessmentIn } from "./assessments"
import { type LineRow, linesOfIn } from "./lines"
import { openingsIn } from "./openings"
import { peopleOfPapersIn } from "./people"
import { signingOf, signingSeed, type SigningRow } from "./signing"
import type { Tx } from "@/lib/platform/database"

export type BoardLine = LineRow & { title: Text; node: PointTitle["node"]; standing: Standing; due: Due; finished: boolean }
export type Person = { id: string; name: Text }
export type SignableProcess = { node: string; papers: number; readings: (Reading & { openedAt: Date | null })[]; verdict: Verdict }

export type Board = {
  assessment: AssessmentRow
  unit: { id: string; code: string; name: Text }
  lines: BoardLine[]
  facts: QuarterFacts
  names: Map<string, Text>
  candidates: Person[]
  processes: SignableProcess[]
  steps: AssessmentStepName[]
  may: { open: Verdict; lead: Verdict }
  ready: { review: Outcome<null>; close: Outcome<null> }
}

/** Where an assessment stands, as one page shows it; null where it is not visible. */
export async function boardOf(actor: Actor, id: string): Promise<Board | null> {
  return asReader(actor, async ({ tx, now }) => {
    const assessment = await assessmentIn(tx, id)
    const unit = assessment && (await namedUnitIn(tx, actor, assessment.unitId))
    if (!assessment || !unit) return null
    const titles = await titlesIn(tx, assessment.editionId)
    const lines = (await linesOfIn(tx, id)).map((line) => boardLine(line, titles.get(line.pointVersionId)))
    const able = await roleHoldersIn(tx, unit.id, testingRoles, today(now))
    const names = await namesOf(tx, [...able, assessment.openedBy, assessment.closedBy, ...lines.flatMap((line) => [line.ownerPersonId, line.testerPersonId, line.reviewerPersonId])])
    const papers = await signingOf(tx, assessment, lines)
    const closing = papers.map((paper) => ({ ...paper, disputed: paper.openDispute }))
    return {
      assessment,
      unit: { id: unit.id, code: unit.code, name: unit.name },
      lines: lines.sort((a, b) => a.node.ordinal - b.node.ordinal || byCode.compare(a.code, b.code)),
      facts: factsOf(lines),
      names,
      candidates: able.flatMap((person) => { const name = names.get(person); return name ? [{ id: person, name }] : [] }),
      processes: await signableIn(tx, actor, assessment, papers),
      steps: possibleSteps(assessment.status),
      may: { open: mayOpen(actor, assessment), lead: mayLead(actor, assessment) },
      ready: { review: mayStartReview(closing), close: mayCloseNow(closing) },
    }
  })
}

// Made once: a comparison that makes its own each time is most of the sorting.
const byCode = new Intl.Collator("en", { numeric: true })

function boardLine(line: LineRow, title: PointTitle | undefined): BoardLine {
  return {
    ...line,
    title: title?.title ?? { zh: line.code, en: null },
    node: title?.node ?? { code: line.nodeCode, title: { zh: line.nodeCode, en: null }, ordinal: 0 },
    standing: standingOf(line),
    due: dueIn(line.quarter, line.frequency),
    finished: isFinished(line),
  }
}

// Processes whose due papers are all reviewed and wait for the lead's signature.
async function signableIn(tx: Tx, actor: Actor, assessment: AssessmentRow, papers: readonly SigningRow[]): Promise<SignableProcess[]> {
  const byNode = [...new Set(papers.map((paper) => paper.nodeCode))].map((node) => ({ node, some: papers.filter((paper) => paper.nodeCode === node) }))
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
