"use server"

import { confirmReview } from "@/lib/access-reviews/commands/confirm"
import { openReviews } from "@/lib/access-reviews/commands/open"
import { cancelReview, decideLines, returnReview, submitReview } from "@/lib/access-reviews/commands/run"
import { decideLinesSchema, openReviewSchema, reviewSchema, reviewWithReasonSchema } from "@/lib/access-reviews/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

const to = ({ id }: { id: string }) => `/access-reviews/${id}`

export async function open(_: FormState, form: FormData): Promise<FormState> {
  return act(form, openReviewSchema, openReviews, { message: "access-reviews.done.opened", params: ({ items }) => ({ count: items.length }) })
}

export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return act(form, decideLinesSchema, decideLines, { message: "access-reviews.done.decided", params: ({ count }) => ({ count }) })
}

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reviewSchema, submitReview, { to })
}

export async function sendBack(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reviewWithReasonSchema, returnReview, { to })
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reviewSchema, confirmReview, { to })
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reviewWithReasonSchema, cancelReview, { to })
}
