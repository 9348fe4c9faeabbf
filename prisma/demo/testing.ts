import { assignTests } from "@/lib/assessments/commands/assign"
import { closeAssessment, startReview } from "@/lib/assessments/commands/close"
import { conclude } from "@/lib/assessments/commands/conclude"
import { decideException, judgeSample } from "@/lib/assessments/commands/judgements"
import { openPaper } from "@/lib/assessments/commands/open-paper"
import { openAssessment } from "@/lib/assessments/commands/open"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { freezePopulation } from "@/lib/assessments/commands/population"
import { review } from "@/lib/assessments/commands/review"
import { drawSamples } from "@/lib/assessments/commands/samples"
import { signOff } from "@/lib/assessments/commands/sign-off"
import { startTest } from "@/lib/assessments/commands/start"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { attributesIn } from "@/lib/assessments/queries/attributes"
import { type LineRow, linesOfIn } from "@/lib/assessments/queries/lines"
import { paperIn, presentOf } from "@/lib/assessments/queries/paper"
import { evidenceKey } from "@/lib/assessments/rules/judged"
import { standingOf } from "@/lib/assessments/rules/standing"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { moment } from "./people-of"
import { must } from "./said"
import { together } from "./together"

export type Quarter = { unitId: string; quarter: string; lead: Actor; opened: string }
/** What the tester found wrong with a point: the note on the sample that failed. */
export type Findings = Map<string, string>

/** Plans and opens a unit's quarter on its first working day. */
export async function openQuarter({ unitId, quarter, lead, opened }: Quarter): Promise<string> {
  const actor = actingAt(lead, moment(opened))
  const { id, version } = must(await planAssessment(actor, { unitId, quarter }), `plan ${quarter}`)
  must(await openAssessment(actor, { id, version }), `open ${quarter}`)
  return id
}

/** The lines of an assessment that are due, as they stand now. */
export async function dueLines(reader: Actor, assessmentId: string): Promise<LineRow[]> {
  const lines = await asReader(reader, ({ tx }) => linesOfIn(tx, assessmentId))
  return lines.filter((line) => standingOf(line) !== "not-due")
}

export async function assign(lead: Actor, lines: LineRow[], when: string, tester: Actor, reviewer: Actor): Promise<void> {
  const people = { testerPersonId: tester.personId ?? undefined, reviewerPersonId: reviewer.personId ?? undefined }
  must(await assignTests(actingAt(lead, moment(when)), { testIds: lines.map((line) => line.id), ...people, highRisk: undefined, version: undefined }), "assignment")
}

/** Tests one point from walkthrough to conclusion; what `wrong` says is found on the first sample. */
export async function testPoint(tester: Actor, line: LineRow, when: Date, wrong: string | undefined): Promise<void> {
  const actor = actingAt(tester, when)
  const step = { id: line.id, version: undefined }
  must(await startTest(actor, step), `start ${line.code}`)
  must(await recordDesign(actor, { ...step, result: "effective", since: undefined, note: "穿行一笔，控制按描述执行能够防止或发现错报。" }), `design of ${line.code}`)
  must(await recordConformity(actor, { ...step, result: "same", since: undefined, note: "实际做法与手册一致。" }), `conformity of ${line.code}`)
  const source = { from: "evidence" as const, list: undefined, source: "本季度已接受的内控记录", completeness: "与应办事项清单逐期核对，无遗漏。" }
  const { size } = must(await freezePopulation(actor, { ...step, ...source }), `population of ${line.code}`)
  if (size === 0) {
    must(await conclude(actor, { ...step, conclusion: "did-not-occur", note: "本季度未发生，已查阅说明记录。" }), `conclusion of ${line.code}`)
    return
  }
  must(await drawSamples(actor, { ...step, method: "random", reason: undefined, size: undefined, itemIds: [] }), `samples of ${line.code}`)
  await judge(actor, line, wrong)
  const conclusion = wrong ? ("ineffective" as const) : ("effective" as const)
  must(await conclude(actor, { ...step, conclusion, note: wrong ?? "所抽样本各项属性均符合，证据充分。" }), `conclusion of ${line.code}`)
}

async function judge(actor: Actor, line: LineRow, wrong: string | undefined): Promise<void> {
  const { samples, keys } = await asReader(actor, async ({ tx }) => {
    const paper = await paperIn(tx, line.id)
    return { samples: paper ? presentOf(paper).samples : [], keys: (await attributesIn(tx, line.pointVersionId)).map((attribute) => attribute.key) }
  })
  for (const [index, sample] of samples.entries()) {
    const failing = index === 0 && wrong ? keys.at(-1) : undefined
    const judgements = [evidenceKey, ...keys].map((key) => ({ key, outcome: key === failing ? ("not-met" as const) : ("met" as const), note: key === failing ? wrong : undefined }))
    must(await judgeSample(actor, { id: line.id, version: undefined, sampleId: sample.id, judgements }), `judgement of ${line.code}`)
    if (failing && wrong) {
      const decision = { deviation: "yes" as const, nature: "systematic" as const, reason: wrong }
      must(await decideException(actor, { id: line.id, version: undefined, sampleId: sample.id, ...decision }), `exception of ${line.code}`)
    }
  }
}

/** Reviews what was concluded, signs each process off and closes the quarter. */
export async function closeQuarter(assessmentId: string, lead: Actor, reviewer: Actor, when: { review: string; close: string }): Promise<void> {
  const lines = await dueLines(lead, assessmentId)
  await together(lines, async (line) => must(await review(actingAt(reviewer, moment(when.review)), { id: line.id, version: undefined, notes: "已复核，同意结论。" }), `review of ${line.code}`))
  const actor = actingAt(lead, moment(when.close))
  must(await startReview(actor, { id: assessmentId, version: undefined }), "start of review")
  for (const node of new Set(lines.map((line) => line.nodeCode))) {
    await together(lines.filter((one) => one.nodeCode === node), async (line) => must(await openPaper(actor, { id: line.id }), `opening of ${line.code}`))
    must(await signOff(actor, { assessmentId, node }), `signature of ${node}`)
  }
  must(await closeAssessment(actor, { id: assessmentId, version: undefined }), "closing")
}
