import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const confirmers: Role[] = ["administrator", "internal-audit", "chief-accountant", "plant-manager"]

export type ReviewCase = { unitId: string; status: string; openedBy: string | null; submittedBy: string | null }
type LineCase = { personId: string | null; decidedBy: string | null }

/** The administrator opens, decides and submits (domain.md, "Who uses it"). */
export function mayRun(actor: Actor, review: { unitId: string }): Verdict {
  if (actor.kind === "person" && holds(actor, review.unitId, "administrator")) return allowed
  return forbidden("access-reviews.refusals.run", ["administrator"])
}

/** Nobody decides about their own access; once submitted, only the runner's own lines are left, for who confirms. */
export function mayDecide(actor: Actor, review: ReviewCase, lines: readonly LineCase[]): Verdict {
  if (!["open", "submitted"].includes(review.status)) return forbidden(`access-reviews.refusals.state.${review.status}`, [], "wrong-state")
  const verdict = review.status === "submitted" ? maySecond(actor, review) : mayRun(actor, review)
  if (!verdict.allowed) return verdict
  if (lines.some((line) => line.personId !== null && line.personId === actor.personId)) return forbidden("access-reviews.refusals.own", ["administrator"], "separation-of-duties")
  const others = review.status === "submitted" && lines.some((line) => line.personId !== review.submittedBy)
  return others ? forbidden("access-reviews.refusals.runnerDecides", ["administrator"]) : allowed
}

/** A second person confirms or returns it: never who ran it. */
export function maySecond(actor: Actor, review: ReviewCase): Verdict {
  if (actor.kind !== "person" || !holds(actor, review.unitId, ...confirmers)) return forbidden("access-reviews.refusals.confirm", confirmers)
  const ran = actor.personId === review.openedBy || actor.personId === review.submittedBy
  return ran ? forbidden("access-reviews.refusals.confirmOwn", confirmers, "separation-of-duties") : allowed
}

/** The same with the lines: who decided one, other than the runner's own, has run it too. */
export function mayConfirm(actor: Actor, review: ReviewCase, lines: readonly LineCase[]): Verdict {
  const verdict = maySecond(actor, review)
  if (!verdict.allowed) return verdict
  const decided = lines.some((line) => line.decidedBy === actor.personId && line.personId !== review.submittedBy)
  return decided ? forbidden("access-reviews.refusals.confirmOwn", confirmers, "separation-of-duties") : allowed
}
