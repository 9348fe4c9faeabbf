import { lifecycle, next, none, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** A plant asks, the company lends (or lends at once); the last day ends it by itself, an end before that is said. */
export const borrowingLifecycle = lifecycle({
  name: "borrowing",
  initial: "asked",
  states: ["asked", "lent", "declined", "withdrawn", "ended"],
  events: ["ask", "lend", "decline", "withdraw", "end"],
  transitions: {
    [none]: { ask: ["asked", "lent"] },
    asked: { lend: "lent", decline: "declined", withdraw: "withdrawn" },
    lent: { end: "ended" },
  },
})

export type BorrowingState = StateOf<typeof borrowingLifecycle>
export type BorrowingEvent = EventOf<typeof borrowingLifecycle>

/** The state that an event leads to. */
export function step(status: string, event: BorrowingEvent): Outcome<BorrowingState> {
  const to = next(borrowingLifecycle, readState(borrowingLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", `borrowings.refusals.state.${status}`)
}
