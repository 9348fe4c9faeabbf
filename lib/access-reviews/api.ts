import { z } from "zod"
import { confirmReview } from "@/lib/access-reviews/commands/confirm"
import { openReviews } from "@/lib/access-reviews/commands/open"
import { cancelReview, decideLines, returnReview, submitReview } from "@/lib/access-reviews/commands/run"
import { listReviews, missingReviews, reviewPage } from "@/lib/access-reviews/queries/reviews"
import { accessReviewLifecycle } from "@/lib/access-reviews/rules/lifecycle"
import { decideLinesSchema, openReviewSchema, reviewFilterSchema, reviewSchema, reviewWithReasonSchema } from "@/lib/access-reviews/schema"
import { mayReadAccess } from "@/lib/duties/policy"
import { operation, type Operation } from "@/lib/platform/endpoint"

const changed = z.object({ id: z.string(), number: z.string(), status: z.enum(accessReviewLifecycle.states), version: z.number().int() })
const change = { method: "POST", kind: "change", output: changed } as const
const listed = z.looseObject({ id: z.string(), unitId: z.string(), number: z.string(), quarter: z.string(), status: z.string(), version: z.number().int() })

/** Access reviews over HTTP: the same commands as the pages', and for who may not read the access matrix nothing to see. */
export const accessReviewOperations: Operation[] = [
  operation({
    method: "GET", path: "/access-reviews", summary: "Access reviews of the units that you reach, the latest first", kind: "list",
    input: reviewFilterSchema, output: z.object({ items: z.array(listed), next: z.string().nullable() }),
    run: async (actor, filter) => (mayReadAccess(actor).allowed ? listReviews(actor, filter) : { items: [], next: null }),
  }),
  operation({
    method: "GET", path: "/access-reviews/overdue", summary: "Units whose last ended quarter has no confirmed access review", kind: "list", input: z.object({}),
    output: z.object({ quarter: z.string(), items: z.array(z.looseObject({ unitId: z.string() })), next: z.null() }),
    run: async (actor) => {
      const { quarter, items } = await missingReviews(actor)
      return { quarter, items: mayReadAccess(actor).allowed ? items.slice(0, 200) : [], next: null }
    },
  }),
  operation({
    method: "POST", path: "/access-reviews", summary: "Open the review of a quarter in some units: every access in force is listed", kind: "create",
    input: openReviewSchema, output: z.object({ items: z.array(changed) }), run: openReviews,
  }),
  operation({
    method: "GET", path: "/access-reviews/{id}", summary: "A review with every line and decision", kind: "record", input: z.object({ id: z.uuid() }), output: z.looseObject({}),
    run: async (actor, { id }) => {
      const page = mayReadAccess(actor).allowed ? await reviewPage(actor, id) : null
      return page && { ...page.review, progress: page.progress, lines: page.lines }
    },
  }),
  operation({ ...change, path: "/access-reviews/{id}/decide", summary: "Decide lines: keep, withdraw or shorten", input: decideLinesSchema, output: changed.extend({ count: z.number().int() }), run: decideLines }),
  operation({ ...change, path: "/access-reviews/{id}/submit", summary: "Give it to a second person", input: reviewSchema, run: submitReview }),
  operation({ ...change, path: "/access-reviews/{id}/return", summary: "Send it back to who runs it", input: reviewWithReasonSchema, run: returnReview }),
  operation({
    ...change, path: "/access-reviews/{id}/confirm", summary: "Confirm it as the second person: everything decided is carried out", input: reviewSchema,
    output: changed.extend({ withdrawn: z.number().int() }), run: confirmReview,
  }),
  operation({ ...change, path: "/access-reviews/{id}/cancel", summary: "Cancel a review that was opened by mistake", input: reviewWithReasonSchema, run: cancelReview }),
]
