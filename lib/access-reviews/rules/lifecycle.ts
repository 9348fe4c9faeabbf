import { lifecycle, next, none, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** An administrator runs it, a second person confirms it and by that carries it out (domain.md, "Who uses it"). */
export const accessReviewLifecycle = lifecycle({
  name: "access-review",
  initial: "open",
  states: ["open", "submitted", "confirmed", "cancelled"],
  events: ["open", "decide", "submit", "return", "confirm", "cancel"],
  transitions: {
    [none]: { open: "open" },
    open: { decide: "open", submit: "submitted", cancel: "cancelled" },
    submitted: { decide: "submitted", return: "open", confirm: "confirmed" },
  },
})

export type AccessReviewState = StateOf<typeof accessReviewLifecycle>
export type AccessReviewEvent = EventOf<typeof accessReviewLifecycle>

/** The state that an event leads to. */
export function step(status: string, event: AccessReviewEvent): Outcome<AccessReviewState> {
  const to = next(accessReviewLifecycle, readState(accessReviewLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", `access-reviews.refusals.state.${status}`)
}

/** Whether it is still being run, with lines that wait for a decision. */
export function isRun(status: string): boolean {
  return status === accessReviewLifecycle.initial
}

/** How it ended, or will: the word before who ended it. */
export function endingOf(status: string): "confirmedBy" | "cancelledBy" {
  return status === "cancelled" ? "cancelledBy" : "confirmedBy"
}
