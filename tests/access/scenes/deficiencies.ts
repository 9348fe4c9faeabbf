import type { DeficiencyEvent } from "@/lib/deficiencies/rules/transition"
import { deficiencyAfter, happen, samplesOn, steps } from "../../builders/deficiency"
import { gave } from "../../builders/evidence"
import { type SetScene, words } from "./scene"

type Event = Exclude<DeficiencyEvent, "register">
const grading = { grade: "significant-deficiency", likelihood: "reasonably-possible", presumed: [], reason: words }
const remedied: Event[] = ["confirm", "grade", "agree-plan", "start-remediation", "report-implemented"]

/** After these events, this one on its usual day. */
const after = (events: Event[], event: Event, input: Record<string, unknown> = {}, form?: Record<string, unknown>): SetScene => async (stage) => {
  const id = await deficiencyAfter(stage, events)
  return { input: { id, ...input }, form: form && { id, ...form }, day: steps[event].day }
}
const reason = { reason: words }

/** In the retest that the tester of the tables has begun. */
const retested = (event: Event, input: Record<string, unknown>, form?: Record<string, unknown>): SetScene => async (stage) => {
  const id = await deficiencyAfter(stage, [...remedied, "verify-implementation"])
  gave(await happen(stage, "start-retest", id, { who: "tester" }))
  return { input: { id, ...input }, form: form && { id, ...form }, day: steps[event].day }
}

/** A deficiency that the office has graded as a material weakness, which others determine. */
const material: SetScene = async (stage) => ({ input: { id: await deficiencyAfter(stage, ["confirm", "grade"], "material-weakness"), ...grading }, day: steps.determine.day })
const samples = samplesOn("2026-08-31", "2026-09-30")
const inForm = Object.fromEntries(samples.flatMap((sample, index) => [[`samples.${index}.occurredOn`, sample.occurredOn], [`samples.${index}.reference`, sample.reference], [`samples.${index}.passed`, "yes"]]))

export const deficiencies: Record<string, SetScene> = {
  "deficiencies.register": ({ east, ids }) => ({
    input: { unitId: east, pointId: ids.pointId, kind: "operating", source: "self-report", financialReporting: "yes", title: "未按月核对", description: "七月未核对。" }, day: "2026-08-03",
  }),
  "deficiencies.confirm": after([], "confirm", { note: words }),
  "deficiencies.contest": after([], "contest", reason),
  "deficiencies.decideTheContest": after(["contest"], "decide-contest", { outcome: "confirmed", ...reason }),
  "deficiencies.propose": after(["confirm"], "propose-grade", grading),
  "deficiencies.grade": after(["confirm"], "grade", grading),
  "deficiencies.regrade": after(["confirm", "grade"], "regrade", grading),
  "deficiencies.determine": material,
  "deficiencies.agree": after(["confirm", "grade"], "agree-plan", { cause: "execution", actions: "补做核对并培训", dueOn: "2026-08-31" }),
  "deficiencies.start": after(remedied.slice(0, 3), "start-remediation"),
  "deficiencies.askExtension": after(remedied.slice(0, 4), "request-extension", { dueOn: "2026-09-15", ...reason }),
  "deficiencies.decideTheExtension": after([...remedied.slice(0, 4), "request-extension"], "decide-extension", { granted: "yes", ...reason }),
  "deficiencies.report": after(remedied.slice(0, 4), "report-implemented", { implementedOn: "2026-08-10", note: "核对已补做" }),
  "deficiencies.verify": after(remedied, "verify-implementation", { note: words }),
  "deficiencies.reject": after(remedied, "reject-implementation", reason),
  "deficiencies.beginRetest": after([...remedied, "verify-implementation"], "start-retest"),
  "deficiencies.pass": retested("pass-retest", { samples }, inForm),
  "deficiencies.fail": retested("fail-retest", { note: words }),
  "deficiencies.close": after([...remedied, "verify-implementation", "start-retest", "pass-retest"], "close", reason),
  "deficiencies.accept": after(["confirm", "grade"], "accept-risk", { until: "2026-12-31", ...reason }),
  "deficiencies.expire": after(["confirm", "grade", "accept-risk"], "expire-acceptance"),
  "deficiencies.proposeToWithdraw": after(["confirm"], "propose-withdrawal", reason),
  "deficiencies.withdraw": after(["confirm", "propose-withdrawal"], "withdraw", reason),
  "deficiencies.reopen": after([...remedied, "verify-implementation", "start-retest", "pass-retest", "close"], "reopen", { description: "再次发生" }),
}
