import { assignTests } from "@/lib/assessments/commands/assign"
import { conclude } from "@/lib/assessments/commands/conclude"
import { judgeSample } from "@/lib/assessments/commands/judgements"
import { openAssessment } from "@/lib/assessments/commands/open"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { freezePopulation } from "@/lib/assessments/commands/population"
import { review } from "@/lib/assessments/commands/review"
import { drawSamples } from "@/lib/assessments/commands/samples"
import { startTest } from "@/lib/assessments/commands/start"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { type LineRow, linesOfIn } from "@/lib/assessments/queries/lines"
import { type PaperRow, paperIn, presentOf } from "@/lib/assessments/queries/paper"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Company } from "./company"
import { at, gave } from "./evidence"

export type OpenQuarter = { id: string; lines: LineRow[]; line: (code: string) => LineRow }

/** EAST's assessment of a quarter, opened by its finance lead on a day. */
export async function openQuarter(company: Company, quarter: string, day: string): Promise<OpenQuarter> {
  const lead = actingAt(company.people.finance, at(day))
  const { id } = gave(await planAssessment(lead, { unitId: company.east, quarter }))
  gave(await openAssessment(lead, { id }))
  const lines = await asReader(seed, ({ tx }) => linesOfIn(tx, id))
  return { id, lines, line: (code) => lines.find((line) => line.code === code) ?? missing(code) }
}

/** One paper as it stands. */
export async function paperOf(id: string): Promise<PaperRow> {
  return (await asReader(seed, ({ tx }) => paperIn(tx, id))) ?? missing(id)
}

export async function samplesOf(id: string) {
  return presentOf(await paperOf(id)).samples
}

/** A pasted list of `count` items, one a day from the quarter's fifth day on, or all on it. */
export function listOf(quarter: string, count: number): string {
  const month = String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")
  return Array.from({ length: count }, (_, place) => `表-${place + 1}\t${quarter.slice(0, 4)}-${month}-05`).join("\n")
}

export type Crew = { lead: Actor; tester: Actor; reviewer: Actor }

/** EAST's finance lead, first and second tester on a day. */
export function crewOf(company: Company, day: string): Crew {
  const { finance, tester, tester2 } = company.people
  return { lead: actingAt(finance, at(day)), tester: actingAt(tester, at(day)), reviewer: actingAt(tester2, at(day)) }
}

/** Assigns and starts a paper. */
export async function begin(crew: Crew, id: string): Promise<void> {
  gave(await assignTests(crew.lead, { testIds: [id], testerPersonId: crew.tester.personId ?? "", reviewerPersonId: crew.reviewer.personId ?? "" }))
  gave(await startTest(crew.tester, { id }))
}

/** The same, with design and conformity found good and a population of `count`. */
export async function prepare(crew: Crew, line: { id: string; quarter: string }, count: number): Promise<void> {
  const { id } = line
  await begin(crew, id)
  gave(await recordDesign(crew.tester, { id, result: "effective", note: "穿行一笔，设计能够防止错报" }))
  gave(await recordConformity(crew.tester, { id, result: "same", note: "与手册一致" }))
  gave(await freezePopulation(crew.tester, { id, from: "list", list: listOf(line.quarter, count), source: "收入台账", completeness: "与总账核对一致" }))
}

const good = [{ key: "evidence", outcome: "met", note: "档案室 3 柜 12 号" }, { key: "A", outcome: "met" }, { key: "B", outcome: "met" }] as const

/** Judges every sample met, but those whose place is in `failing`: their attribute A is not met. */
export async function judgeAll(crew: Crew, id: string, failing: number[] = []): Promise<void> {
  for (const sample of await samplesOf(id)) {
    const judgements = good.map((one) => (one.key === "A" && failing.includes(sample.ordinal) ? { key: "A", outcome: "not-met" as const } : { ...one }))
    gave(await judgeSample(crew.tester, { id, sampleId: sample.id, judgements }))
  }
}

/** A paper from assignment to its review, concluded effective. */
export async function finish(crew: Crew, line: { id: string; quarter: string }, count = 3): Promise<void> {
  const { id } = line
  await prepare(crew, line, count)
  gave(await drawSamples(crew.tester, { id, method: "random", itemIds: [] }))
  await judgeAll(crew, id)
  gave(await conclude(crew.tester, { id, conclusion: "effective", note: "样本均符合" }))
  gave(await review(crew.reviewer, { id }))
}

function missing(what: string): never {
  throw new Error(`builder: no ${what}`)
}
