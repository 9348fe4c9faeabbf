import { lifecycle, next, none, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** Noticed, then carried out or dismissed: a list or a sign-in changes nothing by itself. */
export const personnelLifecycle = lifecycle({
  name: "personnel-change",
  initial: "open",
  states: ["open", "carried-out", "dismissed"],
  events: ["notice", "carry-out", "dismiss"],
  transitions: {
    [none]: { notice: "open" },
    open: { "carry-out": "carried-out", dismiss: "dismissed" },
  },
})

export type PersonnelState = StateOf<typeof personnelLifecycle>
export type PersonnelEvent = EventOf<typeof personnelLifecycle>

/** The state that an event leads to. */
export function step(status: string, event: PersonnelEvent): Outcome<PersonnelState> {
  const to = next(personnelLifecycle, readState(personnelLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", `personnel.refusals.state.${status}`)
}

/** Whether it still waits for a decision. */
export function isWaiting(status: string): boolean {
  return status === personnelLifecycle.initial
}
