import { historyOf, type PastEvent, readHistory } from "@/lib/audit/queries"
import { lentTo, readLent } from "@/lib/borrowings/queries/borrowings"
import { deficienciesOfTest, type RaisedDeficiency } from "@/lib/deficiencies/queries/of-test"
import { newestOf, usesOfPoint } from "@/lib/evidence/queries/uses"
import { noteAllFixed, shownAmong } from "@/lib/handbook/queries/kept"
import { pointVersionIn } from "@/lib/handbook/queries/points"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, nothing } from "@/lib/platform/at-once"
import { type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { named, namesFor, namesOf } from "@/lib/platform/names"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import { namedUnitIn } from "@/lib/units/queries/units"
import { marksOpening, type PaperVerdicts, testingRoles, verdictsOn } from "../policy"
import { type Due, dueIn } from "../rules/due"
import { type Finding, findingOf } from "../rules/exceptions"
import { paperFacts } from "../rules/judged"
import { quartersToRest, type SamplePlan, samplePlan } from "../rules/plan"
import { possibleOnPaper } from "../rules/possible"
import { type Standing, standingOf } from "../rules/standing"
import type { TestEvent } from "../rules/lifecycle"
import { type Attribute, attributesOf, type PointText, pointTextsOf } from "./attributes"
import { type EarlierTest, earlierTests } from "./earlier"
import { firstItems, type PopulationItemRow } from "./items"
import { openingsOf } from "./openings"
import { type PaperRow, paperIn, type Present, presentOf } from "./paper"
import { peopleOfPaperIn } from "./people"

export type RecordLink = { recordId: string; number: string }
export type Desk = {
  paper: PaperRow
  present: Present
  unit: { id: string; code: string; name: Text }
  point: { titleZh: string; titleEn: string | null; descriptionZh: string; descriptionEn: string | null; texts: PointText[] } | null
  attributes: Attribute[]
  earlier: EarlierTest[]
  plan: SamplePlan
  /** Whether the year's runs are estimated from the population. */
  estimated: boolean
  finding: Finding
  standing: Standing
  due: Due
  rest: { design: string[]; conformity: string[] }
  items: PopulationItemRow[]
  /** The evidence record behind a version, where it is an accepted one of the quarter. */
  records: Map<string, RecordLink>
  accepted: number
  /** The accepted records that it did not occur in a period of the quarter. */
  absences: (RecordLink & { period: string })[]
  /** Whether the reader gives the paper to people now, and to whom it can be given. */
  assign: boolean
  candidates: { id: string; name: Text }[]
  deficiencies: RaisedDeficiency[]
  history: PastEvent[]
  names: Map<string, Text>
  possible: readonly TestEvent[]
  /** The last day of a tester who is lent by another unit for this paper. */
  lentUntil: Day | null
  /** Whether this reader's opening of the paper is still to be noted. */
  unopened: boolean
  may: PaperVerdicts
}

/** A working paper with everything that stands on its page; null where it is not visible. */
export async function deskOf(actor: Actor, id: string): Promise<Desk | null> {
  return asReader(actor, async ({ tx, now }) => {
    const paper = await paperIn(tx, id)
    const unit = paper && (await namedUnitIn(tx, actor, paper.unitId))
    if (!paper || !unit) return null
    const [day, present] = [today(now), presentOf(paper)]
    const { editions, earlier, history, lent, items, deficiencies, openings, ...asked } = await askAtOnce(tx, askedOf(actor, paper, day))
    noteAllFixed(tx, editions)
    const [due, possible] = [dueIn(paper.quarter, paper.frequency), possibleOnPaper(paper.status)]
    const point = await pointVersionIn(tx, paper.pointVersionId)
    // Where nothing more can happen, nobody is kept from it.
    const people = possible.length > 0 ? await peopleOfPaperIn(tx, paper) : { ...paper, owners: [paper.ownerPersonId], performers: [], uploaders: [] }
    const attributes = attributesOf(point)
    const plan = samplePlan(paper, earlier, present.population?.size ?? 0)
    const facts = paperFacts(present, attributes.map(({ key }) => key), plan)
    const uses = newestOf(asked.uses)
    const may = verdictsOn(actor, people, paper.disagreements.find((one) => one.resolvedAt === null)?.raisedBy ?? null)
    const assign = may.assign.allowed && due.due && possible.includes("assign")
    const able = assign ? await roleHoldersIn(tx, unit.id, testingRoles, day) : []
    const known = named(asked.names)
    const names = new Map([...known, ...(await namesOf(tx, able, known))])
    return {
      paper, present, attributes, earlier, plan, names, due, possible, assign, may, deficiencies,
      unit: { id: unit.id, code: unit.code, name: unit.name },
      point: point && { ...point, texts: pointTextsOf(point) },
      candidates: able.flatMap((person) => { const name = names.get(person); return name ? [{ id: person, name }] : [] }),
      estimated: paper.frequency === "on-occurrence",
      finding: findingOf(facts.samples, facts.extension),
      standing: standingOf(paper),
      rest: { design: quartersToRest("design", paper.quarter, earlier), conformity: quartersToRest("conformity", paper.quarter, earlier) },
      items: items ?? [],
      records: new Map(uses.map((use) => [use.versionId, { recordId: use.recordId, number: use.number }])),
      accepted: uses.filter(({ occurred }) => occurred).length,
      absences: uses.flatMap(({ occurred, recordId, number, period }) => (occurred ? [] : { recordId, number, period })),
      history: readHistory(history),
      lentUntil: readLent(lent).find(({ personId, testIds }) => personId === paper.testerPersonId && testIds.has(id))?.lastDay ?? null,
      unopened: openings?.length === 0,
    }
  })
}

/** What is asked once the paper itself is known. */
function askedOf(actor: Actor, paper: PaperRow, day: Day) {
  const { population } = presentOf(paper)
  return {
    editions: shownAmong([paper.pointVersionId]), earlier: earlierTests(paper), uses: usesOfPoint(paper), history: historyOf(paper.unitId, "test", paper.id),
    names: namesFor(everybody(paper)), lent: lentTo(paper.unitId, day), deficiencies: deficienciesOfTest(paper.unitId, paper.id),
    items: population ? firstItems(population.id, 500) : nothing<PopulationItemRow[]>(),
    openings: actor.personId !== null && marksOpening(actor, paper) ? openingsOf(paper, actor.personId) : nothing<{ testId: string }[]>(),
  }
}

function everybody(paper: PaperRow): (string | null)[] {
  return [
    paper.ownerPersonId, paper.testerPersonId, paper.reviewerPersonId, paper.signedOffBy,
    ...[...paper.designs, ...paper.conformities].map((one) => one.recordedBy),
    ...paper.populations.flatMap((one) => [one.frozenBy, ...one.draws.map((draw) => draw.drawnBy)]),
    ...paper.conclusions.map((one) => one.concludedBy),
    ...paper.reviews.map((one) => one.reviewedBy),
    ...paper.disagreements.flatMap((one) => [one.raisedBy, one.resolvedBy]),
  ]
}
