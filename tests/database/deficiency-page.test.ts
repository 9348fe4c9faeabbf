import { expect, test } from "vitest"
import { conclude } from "@/lib/assessments/commands/conclude"
import { decideException } from "@/lib/assessments/commands/judgements"
import { freezePopulation } from "@/lib/assessments/commands/population"
import { drawSamples } from "@/lib/assessments/commands/samples"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { listAuditEvents } from "@/lib/audit/queries"
import { gradeDeficiency } from "@/lib/deficiencies/commands/grading"
import { deficiencyOf } from "@/lib/deficiencies/queries/page"
import { acceptUse } from "@/lib/evidence/commands/review"
import { listObligations } from "@/lib/evidence/queries/obligations"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { begin, crewOf, judgeAll, openQuarter, paperOf, samplesOf } from "../builders/assessment"
import { buildCompany, type Company } from "../builders/company"
import { deficiencyAfter, happen, recordOf } from "../builders/deficiency"
import { at, gave, logEvidence } from "../builders/evidence"

const byId = { orderBy: { id: "asc" } } as const
const rest = [
  "agree-plan", "start-remediation", "request-extension", "decide-extension", "report-implemented", "verify-implementation", "start-retest", "pass-retest", "close",
] as const

test("a deficiency is told with every step as it is stored, amounts to the last digit", async () => {
  const company = await buildCompany()
  const id = await deficiencyAfter(company, ["confirm"])
  gave(await gradeDeficiency(actingAt(company.people.office, at("2026-08-05")), {
    id, grade: "control-deficiency", likelihood: "remote", magnitude: 12345.67, presumed: [], reason: "金额不大", profitBeforeTax: 1_000_000, revenue: 10_000_000, assets: 30_000_000,
  }))
  for (const event of rest) gave(await happen(company, event, id))
  const stored = await asReader(seed, ({ tx }) => tx.deficiency.findUniqueOrThrow({
    where: { id },
    include: {
      confirmations: byId, gradings: byId, plans: byId, extensions: byId, implementations: byId, closures: byId, retests: { ...byId, include: { samples: { orderBy: { ordinal: "asc" } } } },
    },
  }))
  const gradings = stored.gradings.map((one) => ({ ...one, magnitude: one.magnitude?.toFixed(2) ?? null, materialFrom: one.materialFrom?.toFixed(2) ?? null }))
  const record = await recordOf(id)
  expect({ ...stored, gradings }).toMatchObject(record)
  expect(record.gradings.map(({ magnitude }) => magnitude)).toEqual(["12345.67"])
  const { confirmations, plans, extensions, implementations, retests, closures } = record
  expect([confirmations, plans, extensions, implementations, retests, retests[0]?.samples, closures].map((steps) => steps?.length)).toEqual([1, 1, 1, 1, 1, 2, 1])
  const view = await deficiencyOf(company.people.finance, id)
  const events = (await listAuditEvents(seed, { subject: id, limit: 100 })).items.toReversed()
  expect(events).toMatchObject(view?.history ?? [])
  expect(view?.history).toHaveLength(events.length)
  expect(view?.heading?.code).toBe("9.1.1.4")
})

test("its page leads to the test that raised it, what was drawn there, and the evidence behind", async () => {
  const company = await buildCompany()
  const { assessmentId, id, record } = await aFailedPaper(company)
  const raised = await asReader(seed, ({ tx }) => tx.deficiency.findFirstOrThrow({ where: { testId: id }, select: { id: true } }))
  const origin = (await deficiencyOf(company.people.finance, raised.id))?.origin
  expect(origin?.test).toMatchObject({ id, assessmentId, quarter: "2026-Q3" })
  expect(origin?.test?.items.map(({ label }) => label)).toEqual((await samplesOf(id)).map(({ item }) => item.label))
  expect(origin?.evidence).toEqual([expect.objectContaining(record)])
})

/** A paper of the monthly point whose one record was drawn and found wanting. */
async function aFailedPaper(company: Company) {
  const day = "2026-10-12"
  const crew = crewOf(company, day)
  const { id } = (await openQuarter(company, "2026-Q3", day)).line("9.1.1.4")
  const owed = await listObligations(actingAt(company.people.finance, at(day)), { unit: company.east, period: "2026-Q3", limit: 200 })
  const logged = await logEvidence(company.people.owner, owed.items.find((one) => one.code === "9.1.1.4" && one.period === "2026-07")?.id ?? "", "2026-08-05")
  const record = await asReader(seed, ({ tx }) => tx.evidenceRecord.findUniqueOrThrow({ where: { id: logged.id }, select: { id: true, number: true } }))
  const use = await asReader(seed, ({ tx }) => tx.evidenceUse.findFirstOrThrow({ where: { version: { recordId: record.id } }, select: { id: true } }))
  gave(await acceptUse(actingAt(company.people.evidenceReviewer, at("2026-08-06")), { id: use.id }))
  await begin(crew, id)
  gave(await recordDesign(crew.tester, { id, result: "effective", note: "穿行" }))
  gave(await recordConformity(crew.tester, { id, result: "same", note: "一致" }))
  gave(await freezePopulation(crew.tester, { id, from: "evidence", source: "证据室", completeness: "三期皆有" }))
  gave(await drawSamples(crew.tester, { id, method: "random", itemIds: [] }))
  await judgeAll(crew, id, [1])
  for (const sample of await samplesOf(id)) gave(await decideException(crew.tester, { id, sampleId: sample.id, deviation: "yes", nature: "random", reason: "没有签字" }))
  gave(await conclude(crew.tester, { id, conclusion: "ineffective", note: "执行缺陷" }))
  return { id, assessmentId: (await paperOf(id)).assessmentId, record }
}
