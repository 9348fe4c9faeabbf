import { about, apply, type Changed, type Held, reviewForChange } from "@/lib/access-reviews/commands/change"
import { mayDecide, mayRun, maySecond } from "@/lib/access-reviews/policy"
import type { ReviewLine } from "@/lib/access-reviews/queries/reviews"
import { deciding, undecided } from "@/lib/access-reviews/rules/deciding"
import { matching } from "@/lib/access-reviews/rules/finding"
import { step } from "@/lib/access-reviews/rules/lifecycle"
import type { DecideLines, Finding, OfReview, ReviewWithReason } from "@/lib/access-reviews/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"

/** Decides one line, many, or all undecided ones that are looked for alike; a decision about a line that is named may be taken anew until the review is submitted. */
export async function decideLines(actor: Actor, input: DecideLines): Promise<Result<Changed & { count: number }>> {
  return asActor(actor, "access-reviews.decide", async (work) => {
    const { review, lines } = await reviewForChange(work, input)
    const chosen = input.all ? await foundIn(work, { review, lines }, input) : chosenFrom(lines, input.lineIds)
    permit(mayDecide(actor, review, chosen), review)
    const status = accept(step(review.status, "decide"))
    if (chosen.length < (input.all ? 1 : new Set(input.lineIds).size)) refuse("not-found", "common.refusals.not-found")
    accept(deciding(chosen, input, today(work.now)))
    const until = input.decision === "shorten" && input.until ? input.until : null
    await work.tx.accessReviewLine.updateMany({
      where: { id: { in: chosen.map((line) => line.id) } },
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

function chosenFrom(lines: readonly ReviewLine[], lineIds: readonly string[]): ReviewLine[] {
  const ids = new Set(lineIds)
  return lines.filter(({ id }) => ids.has(id))
}

/** Those that are looked for and still wait, as far as the actor decides about them; all of them where that is none, so that it is said why. */
async function foundIn({ tx, actor }: Work, { review, lines }: Held, finding: Finding): Promise<ReviewLine[]> {
  const found = matching(lines, finding.q ? await namesOf(tx, lines.map(({ personId }) => personId)) : new Map(), finding)
  const theirs = found.filter((line) => mayDecide(actor, review, [line]).allowed)
  if (theirs.length === 0) return found
  const open = undecided(theirs, null)
  return open.length > 0 ? open : refuse("wrong-state", "access-reviews.refusals.noneOpen")
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
