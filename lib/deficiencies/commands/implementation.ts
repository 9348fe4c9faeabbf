import { implementationProblem } from "@/lib/deficiencies/rules/implementation"
import { withHands } from "@/lib/deficiencies/rules/remedy"
import type { ReportImplemented, Verify, WithReason } from "@/lib/deficiencies/schema/inputs"
import type { Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { refuse, type Result } from "@/lib/platform/refusal"
import { type Changed, changeDeficiency, type Loaded } from "./change"

export async function reportImplemented(actor: Actor, input: ReportImplemented): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "report-implemented", done: "implementation-reported" }, async ({ tx, now }, { deficiency, row, day }) => {
    const problem = implementationProblem(deficiency, input.implementedOn, day)
    if (problem) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "implementedOn", message: `deficiencies.errors.implementation.${problem}` }] })
    await tx.implementation.create({
      data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, implementedOn: dateOf(input.implementedOn), note: input.note, reportedBy: actor.personId, reportedAt: now },
    })
    return { set: { remediedBy: withHands(row.remediedBy, row.remediatorPersonId, actor.personId) }, after: { implementedOn: input.implementedOn, note: input.note }, params: { day: input.implementedOn } }
  })
}

/** Verified: the waiting period counts from the day of implementation (domain.md § 5). */
export async function verifyImplementation(actor: Actor, input: Verify): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "verify-implementation", done: "implementation-verified" }, async (work, loaded) => {
    const implementedOn = await decide(work, loaded, "verified", input.note)
    return { set: { implementedOn: dateOf(implementedOn) }, after: { implementedOn }, params: { day: implementedOn }, why: input.note }
  })
}

export async function rejectImplementation(actor: Actor, input: WithReason): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "reject-implementation", done: "implementation-rejected" }, async (work, loaded) => {
    await decide(work, loaded, "rejected", input.reason)
    return { set: { implementedOn: null }, why: input.reason }
  })
}

async function decide({ tx, actor, now }: Work, { deficiency }: Loaded, outcome: "verified" | "rejected", note: string | undefined): Promise<string> {
  const reported = deficiency.implementation ?? refuse("wrong-state", "deficiencies.refusals.nothingReported")
  await tx.implementation.update({ where: { id: reported.id }, data: { outcome, decisionNote: note ?? null, decidedBy: actor.personId, decidedAt: now } })
  return reported.implementedOn
}
