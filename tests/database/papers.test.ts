import { beforeAll, describe, expect, test } from "vitest"
import { assignTests } from "@/lib/assessments/commands/assign"
import { conclude } from "@/lib/assessments/commands/conclude"
import { disagree, resolveDisagreement } from "@/lib/assessments/commands/disagreements"
import { decideException, judgeSample } from "@/lib/assessments/commands/judgements"
import { freezePopulation } from "@/lib/assessments/commands/population"
import { reopen, returnWithNotes, review } from "@/lib/assessments/commands/review"
import { drawSamples, extendSample } from "@/lib/assessments/commands/samples"
import { signOff } from "@/lib/assessments/commands/sign-off"
import { startTest } from "@/lib/assessments/commands/start"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { openPaper } from "@/lib/assessments/commands/open-paper"
import { deskOf } from "@/lib/assessments/queries/desk"
import { itemsIn } from "@/lib/assessments/queries/items"
import { presentOf } from "@/lib/assessments/queries/paper"
import { drawOrdinals, populationHash } from "@/lib/assessments/rules/draw"
import { listAuditEvents } from "@/lib/audit/queries"
import { resubmitEvidence } from "@/lib/evidence/commands/resubmit"
import { acceptUse, returnUse } from "@/lib/evidence/commands/review"
import { listObligations } from "@/lib/evidence/queries/obligations"
import { usesOfPointIn } from "@/lib/evidence/queries/uses"
import { actingAt, type Actor, seed } from "@/lib/platform/actor"
import { dayOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { addPerformer, endPerformer } from "@/lib/units/commands/performers"
import { begin, crewOf, finish, judgeAll, listOf, openQuarter, type OpenQuarter, paperOf, prepare, samplesOf } from "../builders/assessment"
import { buildCompany, type Company } from "../builders/company"
import { at, evidenceFor, gave, logEvidence } from "../builders/evidence"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"

let company: Company
let quarter: OpenQuarter
const day = "2026-10-12"
const by = (name: keyof Company["people"]): Actor => actingAt(company.people[name], at(day))
const crew = () => crewOf(company, day)
const added = (run: () => Promise<unknown>) => eventsAdded(company.east, run)

beforeAll(async () => {
  company = await buildCompany()
  quarter = await openQuarter(company, "2026-Q3", day)
})

async function owedFor({ pointId }: { pointId: string }): Promise<string> {
  const { items } = await listObligations(by("finance"), { unit: company.east, period: "2026-Q3", limit: 200 })
  return items.find((one) => one.pointId === pointId)?.id ?? ""
}

/** What was submitted last for it. */
async function useOf(line: { pointId: string }): Promise<string> {
  const obligationId = await owedFor(line)
  return asReader(seed, async ({ tx }) => (await tx.evidenceUse.findFirst({ where: { obligationId }, orderBy: { id: "desc" }, select: { id: true } }))?.id ?? "")
}

/** The refusals that every command on a paper shares; none of them leaves anything. */
async function refusesOthers(id: string, run: (actor: Actor, input: { id: string; version?: number }) => Promise<unknown>) {
  const before = await paperOf(id)
  const events = await added(async () => {
    expect(await run(by("northTester"), { id })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await run(by("owner"), { id })).toMatchObject({ refusal: { code: expect.stringMatching(/separation-of-duties|not-allowed/) } })
    expect(await run(crew().tester, { id, version: 99 })).toMatchObject({ refusal: { code: "stale-version" } })
  })
  expect(events).toEqual([])
  expect(await paperOf(id)).toEqual(before)
}

describe("the parts of a paper, one command after the other", () => {
  const line = () => quarter.line("9.1.1.4")

  test("start", async () => {
    await begin(crew(), line().id)
    expect(await paperOf(line().id)).toMatchObject({ status: "in-progress" })
    expect(await startTest(crew().tester, { id: line().id })).toMatchObject({ refusal: { code: "wrong-state" } })
    await refusesOthers(line().id, startTest)
  })

  test("design and conformity", async () => {
    const { id } = line()
    await refusesOthers(id, (actor, input) => recordDesign(actor, { ...input, result: "effective", note: "穿行" }))
    expect(await added(async () => gave(await recordDesign(crew().tester, { id, result: "effective", note: "穿行" })))).toEqual(["assessments.designRecorded"])
    expect(await recordDesign(crew().tester, { id, result: "no-change", since: "2026-Q1", note: "无变化" })).toMatchObject({ refusal: { errors: [{ path: "since" }] } })
    await refusesOthers(id, (actor, input) => recordConformity(actor, { ...input, result: "same", note: "一致" }))
    expect(await added(async () => gave(await recordConformity(crew().tester, { id, result: "same", note: "一致" })))).toEqual(["assessments.conformityRecorded"])
    expect(presentOf(await paperOf(id))).toMatchObject({ design: { result: "effective" }, conformity: { result: "same" } })
  })

  test("the population is the quarter's accepted evidence, frozen with its hash", async () => {
    const { id } = line()
    const owed = await listObligations(by("finance"), { unit: company.east, period: "2026-Q3", limit: 200 })
    const july = owed.items.find((one) => one.code === "9.1.1.4" && one.period === "2026-07")
    const record = await logEvidence(company.people.owner, july?.id ?? "", "2026-08-05")
    const use = await asReader(seed, ({ tx }) => tx.evidenceUse.findFirst({ where: { version: { recordId: record.id } }, select: { id: true } }))
    gave(await acceptUse(by("evidenceReviewer"), { id: use?.id ?? "" }))
    const freeze = { from: "evidence" as const, source: "内控记录", completeness: "三个月应有三份" }
    await refusesOthers(id, (actor, input) => freezePopulation(actor, { ...input, ...freeze }))
    const events = await added(async () => expect(gave(await freezePopulation(crew().tester, { id, ...freeze }))).toMatchObject({ size: 1 }))
    expect(events).toEqual(["assessments.populationFrozen"])
    expect(await freezePopulation(crew().tester, { id, ...freeze, from: "list", list: "甲\t2026-04-30" })).toMatchObject({
      refusal: { errors: [{ path: "list", message: "assessments.errors.listQuarter", params: { line: 1 } }] },
    })
    gave(await freezePopulation(crew().tester, { id, ...freeze, from: "list", list: listOf("2026-Q3", 12) }))
  })

  test("samples are drawn with a recorded seed, and anyone can draw them again", async () => {
    const { id } = line()
    await refusesOthers(id, (actor, input) => drawSamples(actor, { ...input, method: "random", itemIds: [] }))
    expect(await drawSamples(crew().tester, { id, method: "judgemental", itemIds: [] })).toMatchObject({ refusal: { errors: [{ path: "reason" }] } })
    expect(await added(async () => gave(await drawSamples(crew().tester, { id, method: "random", size: 4, itemIds: [] })))).toEqual(["assessments.samplesDrawn"])
    const { population, samples } = presentOf(await paperOf(id))
    const items = await asReader(seed, ({ tx }) => itemsIn(tx, population?.id ?? ""))
    expect(populationHash(items)).toBe(population?.hash)
    expect(samples.map((sample) => sample.item.ordinal)).toEqual(drawOrdinals(items.map((item) => item.ordinal), 4, population?.draws[0]?.seed ?? ""))
    expect(await drawSamples(crew().tester, { id, method: "random", itemIds: [] })).toMatchObject({ refusal: { message: "assessments.refusals.drawn-already" } })
  })

  test("samples are judged and exceptions decided; what is not judged bars the conclusion", async () => {
    const { id } = line()
    const [sample] = await samplesOf(id)
    const sampleId = sample?.id ?? ""
    const judgements = [{ key: "evidence", outcome: "met" as const, note: "3 柜 12 号" }, { key: "A", outcome: "not-met" as const }, { key: "B", outcome: "met" as const }]
    await refusesOthers(id, (actor, input) => judgeSample(actor, { ...input, sampleId, judgements }))
    expect(await judgeSample(crew().tester, { id, sampleId, judgements: [{ key: "evidence", outcome: "met" }] })).toMatchObject({ refusal: { errors: [{ path: "note-evidence" }] } })
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.judgements-missing" } })
    expect(await added(async () => gave(await judgeSample(crew().tester, { id, sampleId, judgements })))).toEqual(["assessments.sampleJudged"])
    await judgeAll(crew(), id, [1])
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.exceptions-undecided" } })
    const decision = { sampleId, deviation: "yes" as const, nature: "random" as const, reason: "漏签" }
    await refusesOthers(id, (actor, input) => decideException(actor, { ...input, ...decision }))
    expect(await added(async () => gave(await decideException(crew().tester, { id, ...decision })))).toEqual(["assessments.exceptionDecided"])
    expect(await extendSample(crew().tester, { id, reason: "随机" })).toMatchObject({ refusal: { message: "assessments.refusals.not-extendable" } })
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.deviation-found" } })
  })

  test("ineffective registers one deficiency in the same transaction, and only one after a return", async () => {
    const { id } = line()
    await refusesOthers(id, (actor, input) => conclude(actor, { ...input, conclusion: "ineffective", note: "缺签字" }))
    const events = await added(async () => expect(gave(await conclude(crew().tester, { id, conclusion: "ineffective", note: "缺签字" })).deficiency?.number).toMatch(/^缺-2026-/))
    expect(events).toEqual(["deficiencies.registered", "assessments.concluded"])
    const found = () => asReader(seed, ({ tx }) => tx.deficiency.findMany({ where: { testId: id }, select: { kind: true, firstTesterPersonId: true, quarter: true } }))
    expect(await found()).toEqual([{ kind: "operating", firstTesterPersonId: crew().tester.personId, quarter: "2026-Q3" }])
    expect(await review(crew().tester, { id })).toMatchObject({ refusal: { code: "separation-of-duties", message: "assessments.refusals.reviewer-tested" } })
    await refusesOthers(id, (actor, input) => returnWithNotes(actor === crew().tester ? crew().reviewer : actor, { ...input, notes: "补充" }))
    expect(await added(async () => gave(await returnWithNotes(crew().reviewer, { id, notes: "补充依据" })))).toEqual(["assessments.returned"])
    expect(await paperOf(id)).toMatchObject({ status: "in-progress", conclusion: null })
    expect(await added(async () => gave(await conclude(crew().tester, { id, conclusion: "ineffective", note: "缺签字，已补充" })))).toEqual(["assessments.concluded"])
    expect(await found()).toHaveLength(1)
    await expect(asOwner(`update "AttributeJudgement" set outcome = 'met' where "sampleId" in (select id from "Sample" where "testId" = $1)`, [id])).rejects.toMatchObject({ code: "KP003" })
  })

  test("review by the second person, a disagreement that blocks signing, and reopening as a new round", async () => {
    const { id } = line()
    await refusesOthers(id, review)
    expect(await added(async () => gave(await review(crew().reviewer, { id })))).toEqual(["assessments.reviewed"])
    expect(await disagree(by("performer"), { id, text: "不同意" })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await disagree(by("northTester"), { id, text: "不同意" })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await added(async () => gave(await disagree(by("owner"), { id, text: "原件在档案室" })))).toEqual(["assessments.disagreed"])
    expect(await resolveDisagreement(crew().tester, { id, resolution: "维持" })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await signOff(crew().lead, { assessmentId: quarter.id, node: "9.1" })).toMatchObject({ refusal: { code: "wrong-state" } })
    expect(await added(async () => gave(await resolveDisagreement(crew().lead, { id, resolution: "原件已查，维持结论" })))).toEqual(["assessments.disagreementResolved"])
    expect(await reopen(crew().tester, { id, reason: "补样" })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await reopen(crew().lead, { id, reason: "补样", version: 99 })).toMatchObject({ refusal: { code: "stale-version" } })
    expect(await added(async () => gave(await reopen(crew().lead, { id, reason: "找到了原件" })))).toEqual(["assessments.reopened"])
    const paper = await paperOf(id)
    expect(paper).toMatchObject({ status: "in-progress", round: 2, conclusion: null })
    expect(presentOf(paper)).toMatchObject({ design: null, samples: [] })
    expect(paper.samples.length).toBeGreaterThan(0)
  })

  test("its page tells every round as it is stored, its history, its evidence and who took part", async () => {
    const { id, pointId } = line()
    const desk = await deskOf(by("finance"), id)
    const byId = { orderBy: { id: "asc" } } as const
    const stored = await asReader(seed, ({ tx }) => tx.test.findUniqueOrThrow({
      where: { id },
      include: {
        designs: byId, conformities: byId, populations: { ...byId, include: { draws: byId } }, conclusions: byId, reviews: byId, disagreements: byId,
        samples: { orderBy: { ordinal: "asc" }, include: { draw: true, item: true, judgements: { orderBy: { key: "asc" } }, exception: true } },
      },
    }))
    const samples = stored.samples.map(({ item, ...sample }) => ({ ...sample, item: { ...item, servedOn: item.servedOn && dayOf(item.servedOn) } }))
    expect({ ...stored, samples, assessmentStatus: "open" }).toMatchObject(desk?.paper ?? {})
    expect([desk?.paper.designs.length, desk?.paper.samples.length, desk?.paper.disagreements.length]).toEqual([1, 4, 1])
    const events = (await listAuditEvents(seed, { subject: id, limit: 100 })).items.toReversed()
    expect(events).toMatchObject(desk?.history ?? [])
    expect(desk?.history.length).toBe(events.length)
    const uses = await asReader(seed, ({ tx }) => usesOfPointIn(tx, { unitId: company.east, pointId, quarter: "2026-Q3" }))
    expect(Object.fromEntries(desk?.records ?? [])).toEqual(Object.fromEntries(uses.map(({ versionId, recordId, number }) => [versionId, { recordId, number }])))
    expect([desk?.accepted, uses[0]?.period, uses[0]?.servedOn]).toEqual([1, "2026-07", "2026-07-31"])
    expect(Array.from(desk?.names.keys() ?? []).toSorted()).toEqual([by("owner"), by("tester"), by("tester2"), by("finance")].map(({ personId }) => personId).toSorted())
  })
})

describe("what a paper bears", () => {
  test("a failed design skips the operating test and raises a design deficiency", async () => {
    const { id } = quarter.line("9.1.1.3")
    await begin(crew(), id)
    gave(await recordDesign(crew().tester, { id, result: "ineffective", note: "无人核对合同电价" }))
    expect(await freezePopulation(crew().tester, { id, from: "list", list: "", source: "台账", completeness: "已核" })).toMatchObject({ refusal: { message: "assessments.refusals.design-failed" } })
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.design-failed" } })
    gave(await conclude(crew().tester, { id, conclusion: "ineffective", note: "设计缺陷" }))
    expect(await asReader(seed, ({ tx }) => tx.deficiency.findMany({ where: { testId: id }, select: { kind: true } }))).toEqual([{ kind: "design" }])
  })

  test("an empty population means that it did not occur", async () => {
    const { id } = quarter.line("9.1.1.8")
    await prepare(crew(), quarter.line("9.1.1.8"), 0)
    expect(await drawSamples(crew().tester, { id, method: "random", itemIds: [] })).toMatchObject({ refusal: { message: "assessments.refusals.population-empty" } })
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.population-empty" } })
    // A record that waits for its review says otherwise; one that was returned no longer does, nor does what it had corrected.
    const { id: recordId } = await logEvidence(by("owner"), await owedFor(quarter.line("9.1.1.8")), day, { count: 3, source: "合同台账" })
    gave(await resubmitEvidence(by("owner"), { ...evidenceFor([], { count: 4, source: "合同台账" }), recordId, reason: "更正份数", keep: [] }))
    expect(await conclude(crew().tester, { id, conclusion: "did-not-occur", note: "台账为空" })).toMatchObject({ refusal: { message: "assessments.refusals.records-tell" } })
    gave(await returnUse(by("evidenceReviewer"), { id: await useOf(quarter.line("9.1.1.8")), reason: "不属于本控制点" }))
    gave(await conclude(crew().tester, { id, conclusion: "did-not-occur", note: "台账为空，与总账核对" }))
  })

  test("an accepted record that it did not occur stands on the paper, and is no item to take", async () => {
    const line = quarter.line("9.1.1.8")
    const before = await deskOf(by("finance"), line.id)
    const record = await logEvidence(by("owner"), await owedFor(line), day, { occurred: "no", files: [], note: "本期没有发生" })
    gave(await acceptUse(by("evidenceReviewer"), { id: await useOf(line) }))
    const desk = await deskOf(by("finance"), line.id)
    expect(desk?.absences).toMatchObject([{ recordId: record.id, number: record.number }])
    expect([before?.absences, desk?.accepted]).toEqual([[], before?.accepted])
  })

  test("random deviations of a daily point extend the sample once; a clean extension is effective", async () => {
    const line = quarter.line("9.1.1.6")
    const { id } = line
    await prepare(crew(), line, 60)
    gave(await drawSamples(crew().tester, { id, method: "random", itemIds: [] }))
    await judgeAll(crew(), id, [1])
    const [first] = await samplesOf(id)
    gave(await decideException(crew().tester, { id, sampleId: first?.id ?? "", deviation: "yes", nature: "random", reason: "当日漏签" }))
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "有效" })).toMatchObject({ refusal: { message: "assessments.refusals.extend-or-fail" } })
    await refusesOthers(id, (actor, input) => extendSample(actor, { ...input, reason: "随机" }))
    expect(await added(async () => expect(gave(await extendSample(crew().tester, { id, reason: "随机" })).size).toBe(20))).toEqual(["assessments.sampleExtended"])
    const samples = await samplesOf(id)
    expect(new Set(samples.map((sample) => sample.item.id)).size).toBe(samples.length)
    await judgeAll(crew(), id, [1])
    expect(await extendSample(crew().tester, { id, reason: "随机" })).toMatchObject({ refusal: { message: "assessments.refusals.not-extendable" } })
    gave(await conclude(crew().tester, { id, conclusion: "effective", note: "偏差孤立" }))
    expect(await paperOf(id)).toMatchObject({ extended: true, conclusion: "effective" })
  })

  test("inquiry alone never makes a control effective", async () => {
    const { id } = quarter.line("9.1.1.9")
    await prepare(crew(), quarter.line("9.1.1.9"), 3)
    gave(await drawSamples(crew().tester, { id, method: "random", itemIds: [] }))
    for (const sample of await samplesOf(id)) {
      const judgements = [{ key: "evidence", outcome: "not-applicable" as const }, { key: "A", outcome: "met" as const }, { key: "B", outcome: "met" as const }]
      gave(await judgeSample(crew().tester, { id, sampleId: sample.id, judgements }))
    }
    expect(await conclude(crew().tester, { id, conclusion: "effective", note: "口头确认" })).toMatchObject({ refusal: { message: "assessments.refusals.inquiry-alone" } })
  })

  test("a judgemental pick needs a reason and enough items of the population", async () => {
    const { id } = quarter.line("9.1.1.5")
    await prepare(crew(), quarter.line("9.1.1.5"), 13)
    const items = await asReader(seed, async ({ tx }) => itemsIn(tx, presentOf(await paperOf(id)).population?.id ?? ""))
    const pick = (count: number) => drawSamples(crew().tester, { id, method: "judgemental", reason: "金额最大", itemIds: items.slice(0, count).map((item) => item.id) })
    expect(await pick(1)).toMatchObject({ refusal: { errors: [{ path: "itemIds", message: "assessments.errors.tooFewSamples", params: { required: 3 } }] } })
    expect(gave(await pick(3))).toMatchObject({ size: 3, seed: null })
  })

  test("a paper finished in the third quarter is what the fourth rests its design on", async () => {
    await finish(crew(), quarter.line("9.1.1.7"), 80)
    const next = await openQuarter(company, "2026-Q4", day)
    const { id } = next.line("9.1.1.7")
    await begin(crew(), id)
    gave(await recordDesign(crew().tester, { id, result: "no-change", since: "2026-Q3", note: "流程未变" }))
    expect(presentOf(await paperOf(id)).design).toMatchObject({ result: "no-change", since: "2026-Q3" })
    const { id: before, assessmentId } = await paperOf(quarter.line("9.1.1.7").id)
    expect((await deskOf(by("finance"), id))?.earlier).toEqual([
      { id: before, assessmentId, quarter: "2026-Q3", status: "reviewed", conclusion: "effective", design: "effective", conformity: "same", populationSize: 80, samples: 13 },
    ])
  })

  test("its page shows the frozen items and the deficiencies raised, and notes the lead's opening once", async () => {
    const [{ id }, failed] = [quarter.line("9.1.1.7"), quarter.line("9.1.1.3")]
    const desk = await deskOf(by("finance"), id)
    expect(desk?.items).toEqual(await asReader(seed, ({ tx }) => itemsIn(tx, desk?.present.population?.id ?? "")))
    expect(desk?.items.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 80 }, (_, place) => place + 1))
    expect([desk?.unopened, (await deskOf(by("owner"), id))?.unopened]).toEqual([true, false])
    gave(await openPaper(by("finance"), { id }))
    expect((await deskOf(by("finance"), id))?.unopened).toBe(false)
    expect((await deskOf(by("finance"), failed.id))?.deficiencies).toMatchObject([{ kind: "design" }])
  })
})

test("who performed the point in the quarter and was let go does not test it", async () => {
  const { id, pointId } = quarter.line("9.1.1.9")
  const tester = company.people.tester2.personId ?? ""
  const performer = gave(await addPerformer(actingAt(company.people.finance, at("2026-08-03")), { unitId: company.east, pointId, personId: tester }))
  gave(await endPerformer(actingAt(company.people.finance, at("2026-09-01")), { id: performer.id }))
  expect(await assignTests(by("finance"), { testIds: [id], testerPersonId: tester })).toMatchObject({
    refusal: { code: "separation-of-duties", errors: expect.arrayContaining([expect.objectContaining({ path: "testerPersonId", message: "assessments.errors.tester-performs" })]) },
  })
  await expect(asOwner(`update "Test" set "testerPersonId" = $1 where id = $2`, [tester, id])).rejects.toThrow("separation-of-duties")
})
