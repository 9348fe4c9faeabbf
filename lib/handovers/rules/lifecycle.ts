import { lifecycle, next, none, possibleEvents, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** Who leaves hands over, each taker takes over or declines, a third supervises (domain.md § 2). Until then the departure stays open. */
export const handoverLifecycle = lifecycle({
  name: "handover",
  initial: "opened",
  states: ["opened", "handed-over", "taken-over", "completed", "cancelled"],
  events: ["open", "hand-over", "take-over", "decline", "supervise", "cancel"],
  transitions: {
    [none]: { open: "opened" },
    opened: { "hand-over": "handed-over", decline: "opened", cancel: "cancelled" },
    "handed-over": { "take-over": ["handed-over", "taken-over"], decline: "opened", cancel: "cancelled" },
    "taken-over": { supervise: "completed", cancel: "cancelled" },
  },
})

export type HandoverState = StateOf<typeof handoverLifecycle>
export type HandoverEvent = EventOf<typeof handoverLifecycle>

export const openStates = ["opened", "handed-over", "taken-over"] as const satisfies readonly HandoverState[]

/** The state that an event leads to; the last of several takers moves it on. */
export function step(status: string, event: HandoverEvent, outcome?: HandoverState): Outcome<HandoverState> {
  const to = next(handoverLifecycle, readState(handoverLifecycle, status), event, outcome)
  return typeof to === "string" ? change(to) : refused("wrong-state", `handovers.refusals.state.${status}`)
}

/** Whether what passes on may still be given to others: until it is handed over. */
export function isDivisible(status: string): boolean {
  return status === handoverLifecycle.initial
}

type Paced = { status: string; openedAt: Date; remindedAt: Date | null; signatures: readonly { signedAt: Date }[] }

/** Whether those whom it waits for are reminded: nothing has happened, and nobody was reminded, for three days. */
export function remindsOn({ status, openedAt, remindedAt, signatures }: Paced, now: Date): boolean {
  const last = Math.max(openedAt.getTime(), remindedAt?.getTime() ?? 0, ...signatures.map(({ signedAt }) => signedAt.getTime()))
  return openStates.some((state) => state === status) && now.getTime() - last >= 3 * 86_400_000
}

export type Milestone = { state: HandoverState; standing: "done" | "current" | "coming" }

/** How far a departure has come on its way; nothing for one that was cancelled. */
export function wayOf(status: string): Milestone[] {
  const way = ["opened", "handed-over", "taken-over", "completed"] as const
  const reached = way.findIndex((state) => state === status)
  return reached < 0 ? [] : way.map((state, index) => ({ state, standing: index <= reached ? "done" : index === reached + 1 ? "current" : "coming" }))
}

/** What may come next for a handover in this state. */
export function eventsOf(status: string): readonly HandoverEvent[] {
  return possibleEvents(handoverLifecycle, readState(handoverLifecycle, status))
}
