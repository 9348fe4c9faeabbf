import { revokeTokenWithin } from "@/lib/access/commands/tokens"
import { about, apply, type Changed, reviewForChange } from "@/lib/access-reviews/commands/change"
import { mayConfirm } from "@/lib/access-reviews/policy"
import type { ReviewLine } from "@/lib/access-reviews/queries/reviews"
import { undecided } from "@/lib/access-reviews/rules/deciding"
import { step } from "@/lib/access-reviews/rules/lifecycle"
import type { OfReview } from "@/lib/access-reviews/schema"
import { record } from "@/lib/audit/record"
import { endBorrowingWithin } from "@/lib/borrowings/commands/borrow"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { endEngagementWithin } from "@/lib/releases/commands/engagement"
import { endDeputyWithin } from "@/lib/units/commands/deputies"
import { leavePositionWithin } from "@/lib/units/commands/people"
import { shortenRoleWithin, withdrawRoleWithin } from "@/lib/units/commands/roles"

type Outcome = "kept" | "withdrawn" | "shortened" | "ended-before"

/**
 * The second person confirms: what was decided is carried out in this transaction, each by the command that does it alone, and the
 * review is sealed. What has ended since the list was frozen stays as it is.
 */
export async function confirmReview(actor: Actor, input: OfReview): Promise<Result<Changed & { withdrawn: number }>> {
  return asActor(actor, "access-reviews.confirm", async (work) => {
    const { review, lines } = await reviewForChange(work, input)
    permit(mayConfirm(actor, review, lines), review)
    const status = accept(step(review.status, "confirm"))
    const left = undecided(lines, null).length
    if (left > 0) refuse("wrong-state", "access-reviews.refusals.undecided", { params: { count: left } })
    const outcomes = new Map<Outcome, string[]>([["kept", []], ["withdrawn", []], ["shortened", []], ["ended-before", []]])
    for (const line of lines) outcomes.get(await carryOut(work, line))?.push(line.id)
    for (const [outcome, ids] of outcomes) if (ids.length > 0) await work.tx.accessReviewLine.updateMany({ where: { id: { in: ids } }, data: { outcome } })
    const changed = await apply(work, review, status, { endedBy: actor.personId, endedAt: work.now })
    const count = (outcome: Outcome) => outcomes.get(outcome)?.length ?? 0
    await record(work, {
      type: "access-reviews.confirmed", unitId: review.unitId, subjects: [about(review)],
      params: { number: review.number, quarter: review.quarter, count: lines.length, withdrawn: count("withdrawn") }, before: { status: review.status },
      after: { status, kept: count("kept"), withdrawn: count("withdrawn"), shortened: count("shortened"), endedBefore: count("ended-before") },
    })
    return { ...changed, withdrawn: count("withdrawn") }
  })
}

async function carryOut(work: Work, line: ReviewLine): Promise<Outcome> {
  if (line.decision === "keep") return "kept"
  const done = line.decision === "withdraw" ? await withdraw(work, line) : await shorten(work, line)
  if (!done) return "ended-before"
  return line.decision === "withdraw" ? "withdrawn" : "shortened"
}

async function withdraw(work: Work, { kind, subjectId, personId, reason }: ReviewLine): Promise<boolean> {
  switch (kind) {
    case "grant":
      return withdrawRoleWithin(work, subjectId)
    case "holding":
      return leavePositionWithin(work, subjectId, today(work.now))
    case "token":
      return revokeTokenWithin(work, personId ?? "", subjectId)
    case "deputy":
      return endDeputyWithin(work, subjectId)
    case "borrowing":
      return endBorrowingWithin(work, subjectId, reason ?? "")
    default:
      return endEngagementWithin(work, subjectId)
  }
}

async function shorten(work: Work, { kind, subjectId, until }: ReviewLine): Promise<boolean> {
  const to = until ?? today(work.now)
  return kind === "grant" ? shortenRoleWithin(work, subjectId, to) : leavePositionWithin(work, subjectId, to)
}
