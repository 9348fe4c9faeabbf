import type { About, AcceptRisk, WithReason } from "@/lib/deficiencies/schema/inputs"
import type { Actor } from "@/lib/platform/actor"
import { addDays, dateOf, type Day } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { refuse, type Result } from "@/lib/platform/refusal"
import { type Changed, changeDeficiency, type Loaded } from "./change"

const longestAcceptance = 366

/** Closes after a passed retest. */
export async function closeDeficiency(actor: Actor, input: WithReason): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "close", done: "closed" }, async (work, loaded) => {
    await end(work, loaded, "closed", input.reason)
    return { set: { closedAt: work.now }, why: input.reason }
  })
}

/** Bears the risk until a day within a year; the deficiency stays open (domain.md § 5). */
export async function acceptRisk(actor: Actor, input: AcceptRisk): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "accept-risk", done: "risk-accepted" }, async (work, loaded) => {
    if (input.until <= loaded.day || input.until > addDays(loaded.day, longestAcceptance)) {
      refuse("invalid", "common.refusals.invalid", { errors: [{ path: "until", message: "deficiencies.errors.acceptance" }] })
    }
    await end(work, loaded, "risk-accepted", input.reason, input.until)
    return { set: { acceptedUntil: dateOf(input.until) }, after: { until: input.until }, params: { day: input.until }, why: input.reason }
  })
}

/** The day has passed: it is to be remedied again, or accepted anew. */
export async function expireAcceptance(actor: Actor, input: About): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "expire-acceptance", done: "acceptance-expired" }, async (work, loaded) => {
    await end(work, loaded, "acceptance-expired", "")
    return { set: { acceptedUntil: null } }
  })
}

/** The first of two persons who hold it to be a mistake. */
export async function proposeWithdrawal(actor: Actor, input: WithReason): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "propose-withdrawal", done: "withdrawal-proposed" }, async (work, loaded) => {
    await end(work, loaded, "withdrawal-proposed", input.reason)
    return { why: input.reason }
  })
}

export async function withdrawDeficiency(actor: Actor, input: WithReason): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "withdraw", done: "withdrawn" }, async (work, loaded) => {
    await end(work, loaded, "withdrawn", input.reason)
    return { why: input.reason }
  })
}

async function end({ tx, actor, now }: Work, { row }: Loaded, kind: string, reason: string, until?: Day): Promise<void> {
  await tx.closure.create({
    data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, kind, reason, until: until === undefined ? null : dateOf(until), by: actor.personId, at: now },
  })
}
