import { confirmDeficiency, contestDeficiency, decideContest } from "@/lib/deficiencies/commands/confirmation"
import { acceptRisk, closeDeficiency, expireAcceptance, proposeWithdrawal, withdrawDeficiency } from "@/lib/deficiencies/commands/ending"
import { determineGrade, gradeDeficiency, proposeGrade, regradeDeficiency } from "@/lib/deficiencies/commands/grading"
import { rejectImplementation, reportImplemented, verifyImplementation } from "@/lib/deficiencies/commands/implementation"
import { agreePlan, decideExtension, requestExtension, startRemediation } from "@/lib/deficiencies/commands/plan"
import { registerDeficiency, reopenDeficiency } from "@/lib/deficiencies/commands/raise"
import { failRetest, passRetest, startRetest } from "@/lib/deficiencies/commands/retest"
import { recordIn } from "@/lib/deficiencies/queries/record"
import type { DeficiencyEvent } from "@/lib/deficiencies/rules/transition"
import type { Grade } from "@/lib/deficiencies/schema/values"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Result } from "@/lib/platform/refusal"
import type { CastName, Company } from "./company"
import { at, gave } from "./evidence"

const reason = "经核对，确属如此"
const grading = (grade: Grade) => ({ grade, likelihood: "reasonably-possible" as const, presumed: [], reason })

type Act = (actor: Actor, input: { id: string; version?: number }, grade: Grade) => Promise<Result<{ id: string }>>
type Step = { who: CastName; day: string; act: Act; done: string }

/** Each event of a deficiency of the monthly point 9.1.1.4: who does it, when, and what it says. */
export const steps: Record<Exclude<DeficiencyEvent, "register">, Step> = {
  confirm: { who: "head", day: "2026-08-04", done: "confirmed", act: (actor, input) => confirmDeficiency(actor, { ...input, note: reason }) },
  contest: { who: "head", day: "2026-08-04", done: "contested", act: (actor, input) => contestDeficiency(actor, { ...input, reason }) },
  "decide-contest": { who: "office", day: "2026-08-05", done: "contest-decided", act: (actor, input) => decideContest(actor, { ...input, outcome: "confirmed", reason }) },
  "propose-grade": { who: "finance", day: "2026-08-05", done: "grade-proposed", act: (actor, input, grade) => proposeGrade(actor, { ...input, ...grading(grade) }) },
  grade: { who: "office", day: "2026-08-05", done: "graded", act: (actor, input, grade) => gradeDeficiency(actor, { ...input, ...grading(grade) }) },
  regrade: { who: "office2", day: "2026-08-06", done: "regraded", act: (actor, input) => regradeDeficiency(actor, { ...input, ...grading("significant-deficiency") }) },
  determine: { who: "leadership", day: "2026-08-06", done: "determined", act: (actor, input) => determineGrade(actor, { ...input, ...grading("significant-deficiency") }) },
  "agree-plan": { who: "finance", day: "2026-08-06", done: "plan-agreed", act: (actor, input) => agreePlan(actor, { ...input, cause: "execution", actions: "补做核对并培训", dueOn: "2026-08-31" }) },
  "start-remediation": { who: "owner", day: "2026-08-07", done: "remediation-started", act: (actor, input) => startRemediation(actor, input) },
  "request-extension": { who: "owner", day: "2026-08-08", done: "extension-requested", act: (actor, input) => requestExtension(actor, { ...input, dueOn: "2026-09-15", reason }) },
  "decide-extension": { who: "finance", day: "2026-08-09", done: "extension-decided", act: (actor, input) => decideExtension(actor, { ...input, granted: true, reason }) },
  "report-implemented": { who: "owner", day: "2026-08-10", done: "implementation-reported", act: (actor, input) => reportImplemented(actor, { ...input, implementedOn: "2026-08-10", note: "核对已补做" }) },
  "verify-implementation": { who: "finance", day: "2026-08-11", done: "implementation-verified", act: (actor, input) => verifyImplementation(actor, input) },
  "reject-implementation": { who: "finance", day: "2026-08-11", done: "implementation-rejected", act: (actor, input) => rejectImplementation(actor, { ...input, reason }) },
  "start-retest": { who: "tester2", day: "2026-10-10", done: "retest-started", act: (actor, input) => startRetest(actor, input) },
  "pass-retest": { who: "tester2", day: "2026-10-12", done: "retest-passed", act: (actor, input) => passRetest(actor, { ...input, samples: samplesOn("2026-08-31", "2026-09-30") }) },
  "fail-retest": { who: "tester2", day: "2026-10-12", done: "retest-failed", act: (actor, input) => failRetest(actor, { ...input, samples: [], note: reason }) },
  close: { who: "finance", day: "2026-10-13", done: "closed", act: (actor, input) => closeDeficiency(actor, { ...input, reason }) },
  "accept-risk": { who: "chiefAccountant", day: "2026-08-06", done: "risk-accepted", act: (actor, input) => acceptRisk(actor, { ...input, until: "2026-12-31", reason }) },
  "expire-acceptance": { who: "office", day: "2027-01-01", done: "acceptance-expired", act: (actor, input) => expireAcceptance(actor, input) },
  "propose-withdrawal": { who: "finance", day: "2026-08-06", done: "withdrawal-proposed", act: (actor, input) => proposeWithdrawal(actor, { ...input, reason }) },
  withdraw: { who: "internalAudit", day: "2026-08-07", done: "withdrawn", act: (actor, input) => withdrawDeficiency(actor, { ...input, reason }) },
  reopen: { who: "internalAudit", day: "2026-11-02", done: "reopened", act: (actor, input) => reopenDeficiency(actor, { ...input, description: "再次发生" }) },
}

export function samplesOn(...days: string[]) {
  return days.map((occurredOn, index) => ({ occurredOn, reference: `对-${occurredOn}-${index}`, passed: true }))
}

/** Registered by the owner's own report on a Monday, on a point of EAST. */
export async function aDeficiency(company: Company, code = "9.1.1.4"): Promise<string> {
  const pointId = company.points.find((point) => point.code === code)?.pointId ?? ""
  const owner = actingAt(company.people.owner, at("2026-08-03"))
  const { id } = gave(await registerDeficiency(owner, {
    unitId: company.east, pointId, kind: "operating", source: "self-report", financialReporting: true, title: "未按月核对", description: "七月未核对应收账款。",
  }))
  return id
}

/** One event, by who usually does it and when, unless told. */
export async function happen(company: Company, event: keyof typeof steps, id: string, by: { who?: CastName; day?: string; version?: number; grade?: Grade } = {}) {
  const step = steps[event]
  const actor = actingAt(company.people[by.who ?? step.who], at(by.day ?? step.day))
  return step.act(actor, { id, version: by.version }, by.grade ?? "control-deficiency")
}

/** A deficiency after these events. */
export async function deficiencyAfter(company: Company, events: (keyof typeof steps)[], grade: Grade = "control-deficiency"): Promise<string> {
  const id = await aDeficiency(company)
  for (const event of events) gave(await happen(company, event, id, { grade }))
  return id
}

export async function recordOf(id: string) {
  return (await asReader(seed, ({ tx }) => recordIn(tx, id))) ?? Promise.reject(new Error(`no deficiency ${id}`))
}
