import { about, apply, type Changed, reviewForChange } from "@/lib/access-reviews/commands/change"
import { mayDecide, mayRun, maySecond } from "@/lib/access-reviews/policy"
import { deciding, undecided } from "@/lib/access-reviews/rules/deciding"
import { step } from "@/lib/access-reviews/rules/lifecycle"
import type { DecideLines, OfReview, ReviewWithReason } from "@/lib/access-reviews/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"

/** Decides one line or many alike; a decision may be taken anew until the review is submitted. */
export async function decideLines(actor: Actor, input: DecideLines): Promise<Result<Changed & { count: number }>> {
  return asActor(actor, "access-reviews.decide", async (work) => {
    const { review, lines } = await reviewForChange(work, input)
    const ids = new Set(input.lineIds)
    const chosen = lines.filter((line) => ids.has(line.id))
    permit(mayDecide(actor, review, chosen), review)
    const status = accept(step(review.status, "decide"))
    if (chosen.length !== ids.size) refuse("not-found", "common.refusals.not-found")
    accept(deciding(chosen, input, today(work.now)))
    const until = input.decision === "shorten" && input.until ? input.until : null
    await work.tx.accessReviewLine.updateMany({
      where: { id: { in: [...ids] } },
      data: { decision: input.decision, until: until ? dateOf(until) : null, reason: input.reason ?? null, decidedBy: actor.personId, decidedAt: work.now },
    })
    const changed = await apply(work, review, status)
    await record(work, {
      type: "access-reviews.decided", unitId: review.unitId, subjects: [about(review), ...chosen.map(({ id }) => ({ kind: "access-review-line" as const, id }))],
      params: { number: review.number, count: chosen.length, decision: input.decision }, why: input.reason,
      before: Object.fromEntries(chosen.map((line) => [line.id, line.decision])), after: { decision: input.decision, until },
    })
    return { ...changed, count: chosen.length }
  })
}

/** Everything is decided but what concerns the runner themselves: it goes to a second person. */
export async function submitReview(actor: Actor, input: OfReview): Promise<Result<Changed>> {
  return asActor(actor, "access-reviews.submit", async (work) => {
    const { review, lines } = await reviewForChange(work, input)
    permit(mayRun(actor, review), review)
    const status = accept(step(review.status, "submit"))
    const left = undecided(lines, actor.personId).length
    if (left > 0) refuse("wrong-state", "access-reviews.refusals.undecided", { params: { count: left } })
    const changed = await apply(work, review, status, { submittedBy: actor.personId, submittedAt: work.now, returnReason: null })
    await record(work, { type: "access-reviews.submitted", unitId: review.unitId, subjects: [about(review)], params: { number: review.number }, before: { status: review.status }, after: { status } })
    return changed
  })
}

/** The second person sends it back, saying what is to be looked at again. */
export async function returnReview(actor: Actor, input: ReviewWithReason): Promise<Result<Changed>> {
  return asActor(actor, "access-reviews.return", async (work) => {
    const { review } = await reviewForChange(work, input)
    const verdict = review.status === "submitted" ? maySecond(actor, review) : mayRun(actor, review)
    permit(verdict, review)
    const status = accept(step(review.status, "return"))
    const changed = await apply(work, review, status, { returnReason: input.reason })
    await record(work, {
      type: "access-reviews.returned", unitId: review.unitId, subjects: [about(review)], params: { number: review.number }, before: { status: review.status }, after: { status }, why: input.reason,
    })
    return changed
  })
}

/** Opened by mistake: another one may be opened for the quarter, with the list as it stands then. */
export async function cancelReview(actor: Actor, input: ReviewWithReason): Promise<Result<Changed>> {
  return asActor(actor, "access-reviews.cancel", async (work) => {
    const { review } = await reviewForChange(work, input)
    permit(mayRun(actor, review), review)
    const status = accept(step(review.status, "cancel"))
    const changed = await apply(work, review, status, { endedBy: actor.personId, endedAt: work.now, endReason: input.reason })
    await record(work, {
      type: "access-reviews.cancelled", unitId: review.unitId, subjects: [about(review)], params: { number: review.number }, before: { status: review.status }, after: { status }, why: input.reason,
    })
    return changed
  })
}
