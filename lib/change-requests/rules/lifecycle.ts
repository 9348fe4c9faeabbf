import { lifecycle, next, none, possibleEvents, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** A plant asks, the company judges (domain.md § 1). Accepted requests flow into a draft edition; the row then only names it. */
export const changeRequestLifecycle = lifecycle({
  name: "change-request",
  initial: "submitted",
  states: ["submitted", "under-review", "asked", "accepted", "declined", "withdrawn"],
  events: ["submit", "take-up", "ask", "answer", "accept", "decline", "withdraw"],
  transitions: {
    [none]: { submit: "submitted" },
    submitted: { "take-up": "under-review", withdraw: "withdrawn" },
    "under-review": { ask: "asked", accept: "accepted", decline: "declined", withdraw: "withdrawn" },
    asked: { answer: "under-review", decline: "declined", withdraw: "withdrawn" },
  },
})

export type ChangeRequestState = StateOf<typeof changeRequestLifecycle>
export type ChangeRequestEvent = EventOf<typeof changeRequestLifecycle>

/** The state that an event leads to. */
export function step(status: string, event: ChangeRequestEvent): Outcome<ChangeRequestState> {
  const to = next(changeRequestLifecycle, readState(changeRequestLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", "change-requests.refusals.wrongState")
}

/** What may come next for a request in this state. */
export function eventsOf(status: string): readonly ChangeRequestEvent[] {
  return possibleEvents(changeRequestLifecycle, readState(changeRequestLifecycle, status))
}
