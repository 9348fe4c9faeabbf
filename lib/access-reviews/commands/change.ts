import { linesIn, reviewIn, type ReviewLine, type ReviewRow } from "@/lib/access-reviews/queries/reviews"
import type { AccessReviewState } from "@/lib/access-reviews/rules/lifecycle"
import type { Work } from "@/lib/platform/door"
import { found, fresh, refuse } from "@/lib/platform/refusal"

export type Changed = { id: string; number: string; status: AccessReviewState; version: number }
export type Held = { review: ReviewRow; lines: ReviewLine[] }

/** The review with its lines, locked until the transaction ends: of two at once the second finds what the first has done. */
export async function reviewForChange({ tx }: Work, { id, version }: { id: string; version?: number }): Promise<Held> {
  await tx.$queryRaw`select id from "AccessReview" where id = ${id}::uuid for update`
  const review = fresh(found(await reviewIn(tx, id)), version)
  return { review, lines: await linesIn(tx, review.id) }
}

type Ending = { submittedBy?: string | null; submittedAt?: Date | null; returnReason?: string | null; endedBy?: string | null; endedAt?: Date; endReason?: string }

/** Moves it on, one version further. */
export async function apply({ tx }: Work, review: ReviewRow, status: AccessReviewState, ending: Ending = {}): Promise<Changed> {
  const version = review.version + 1
  const { count } = await tx.accessReview.updateMany({ where: { id: review.id, version: review.version }, data: { status, version, ...ending } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: review.id, number: review.number, status, version }
}

export function about(review: ReviewRow) {
  return { kind: "access-review" as const, id: review.id }
}
