import { disagree } from "@/lib/assessments/commands/disagreements"
import { decideException } from "@/lib/assessments/commands/judgements"
import { conclude } from "@/lib/assessments/commands/conclude"
import { drawSamples } from "@/lib/assessments/commands/samples"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { assignTests } from "@/lib/assessments/commands/assign"
import { begin, type Crew, crewOf, finish, judgeAll, listOf, openQuarter, prepare, samplesOf } from "../../builders/assessment"
import { gave } from "../../builders/evidence"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const day = "2026-10-12"
const quarter = "2026-Q3"
type Line = { id: string; quarter: string }

/** A paper of the monthly point after this, then what its tester sends. */
const paper = (prepared: (crew: Crew, line: Line) => Promise<unknown>, input: Record<string, unknown> = {}, code = "9.1.1.4"): SetScene => async (stage) => {
  const line = (await openQuarter(stage, quarter, day)).line(code)
  await prepared(crewOf(stage, day), line)
  return { input: { id: line.id, ...input }, day }
}

/** The same crew with the duties exchanged: the tester of the tables reviews. */
const exchanged = ({ lead, tester, reviewer }: Crew): Crew => ({ lead, tester: reviewer, reviewer: tester })

const drawn = async (crew: Crew, line: Line, count = 3) => {
  await prepare(crew, line, count)
  gave(await drawSamples(crew.tester, { id: line.id, method: "random", itemIds: [] }))
}

const concluded = async (crew: Crew, line: Line) => {
  await drawn(crew, line)
  await judgeAll(crew, line.id)
  gave(await conclude(crew.tester, { id: line.id, conclusion: "effective", note: words }))
}

const assigned = async ({ lead, tester, reviewer }: Crew, { id }: Line) =>
  gave(await assignTests(lead, { testIds: [id], testerPersonId: tester.personId ?? "", reviewerPersonId: reviewer.personId ?? "" }))

const walked = async (crew: Crew, { id }: Line) => {
  await begin(crew, id)
  gave(await recordDesign(crew.tester, { id, result: "effective", note: words }))
  gave(await recordConformity(crew.tester, { id, result: "same", note: words }))
}

const judging: SetScene = async (stage) => {
  const scene = await paper(drawn)(stage)
  const [sample] = await samplesOf(String(scene.input?.id))
  const judgements = [{ key: "evidence", outcome: "met", note: "3 柜 12 号" }, { key: "A", outcome: "met" }, { key: "B", outcome: "met" }]
  const form = { id: scene.input?.id, assessment: stage.ids.assessments, sampleId: sample?.id, "note-evidence": "3 柜 12 号", "outcome-evidence": "met", "outcome-A": "met", "outcome-B": "met" }
  return { ...scene, input: { ...scene.input, sampleId: sample?.id, judgements }, form }
}

/** A daily point's paper with one random deviation, decided if asked. */
const deviating = async (stage: Stage, decided: boolean) => {
  const crew = crewOf(stage, day)
  const line = (await openQuarter(stage, quarter, day)).line("9.1.1.6")
  await drawn(crew, line, 20)
  await judgeAll(crew, line.id, [1])
  const sampleId = (await samplesOf(line.id)).find((sample) => sample.ordinal === 1)?.id ?? ""
  const decision = { sampleId, deviation: "yes" as const, nature: "random" as const, reason: words }
  if (decided) gave(await decideException(crew.tester, { id: line.id, ...decision }))
  return { id: line.id, ...decision }
}

export const papers: Record<string, SetScene> = {
  "assessments.startAction": paper(assigned),
  "assessments.designAction": paper((crew, { id }) => begin(crew, id), { result: "effective", note: words }),
  "assessments.conformityAction": paper((crew, { id }) => begin(crew, id), { result: "same", note: words }),
  "assessments.populationAction": paper(walked, { from: "list", list: listOf(quarter, 3), source: "收入台账", completeness: words }),
  "assessments.drawAction": paper((crew, line) => prepare(crew, line, 3), { method: "random" }),
  "assessments.judgeAction": judging,
  "assessments.exceptionAction": async (stage) => ({ input: await deviating(stage, false), day }),
  "assessments.extendAction": async (stage) => ({ input: { id: (await deviating(stage, true)).id, reason: words }, day }),
  "assessments.concludeAction": paper(async (crew, line) => {
    await drawn(crew, line)
    await judgeAll(crew, line.id)
  }, { conclusion: "effective", note: words }),
  "assessments.returnAction": paper((crew, line) => concluded(exchanged(crew), line), { notes: words }),
  "assessments.reviewAction": paper((crew, line) => concluded(exchanged(crew), line)),
  "assessments.disagreeAction": paper(concluded, { text: words }),
  "assessments.resolveAction": paper(async (crew, line) => {
    await concluded(crew, line)
    gave(await disagree(crew.tester, { id: line.id, text: words }))
  }, { resolution: words }),
  "assessments.reopenAction": paper(finish, { reason: words }),
}
