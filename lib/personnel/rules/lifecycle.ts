import { lifecycle, next, none, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** Noticed, then carried out or dismissed: a list or a sign-in changes nothing by itself. A move to come is agreed, and takes effect on its day. */
export const personnelLifecycle = lifecycle({
  name: "personnel-change",
  initial: "open",
  states: ["open", "agreed", "carried-out", "dismissed"],
  events: ["notice", "carry-out", "take-effect", "dismiss"],
  transitions: {
    [none]: { notice: "open" },
    open: { "carry-out": ["agreed", "carried-out"], dismiss: "dismissed" },
    agreed: { "take-effect": "carried-out", dismiss: "dismissed" },
  },
})

export type PersonnelState = StateOf<typeof personnelLifecycle>
export type PersonnelEvent = EventOf<typeof personnelLifecycle>

/** The state that an event leads to; what is for a later day is agreed first. */
export function step(status: string, event: PersonnelEvent, outcome?: PersonnelState): Outcome<PersonnelState> {
  const to = next(personnelLifecycle, readState(personnelLifecycle, status), event, outcome)
  return typeof to === "string" ? change(to) : refused("wrong-state", `personnel.refusals.state.${status}`)
}

/** Whether it still waits for a decision. */
export function isWaiting(status: string): boolean {
  return status === personnelLifecycle.initial
}

/** Whether it is decided and waits for its day. */
export function isAgreed(status: string): boolean {
  return status === "agreed"
}
