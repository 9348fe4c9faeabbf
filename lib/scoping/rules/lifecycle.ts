import { lifecycle, next, none, possibleEvents, readState, type EventOf, type StateOf } from "@/lib/platform/lifecycle"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** A year's scope is drafted and approved; an approved one stays until its revision is approved (domain.md § 1). */
export const scopeLifecycle = lifecycle({
  name: "scope",
  initial: "drafted",
  states: ["drafted", "approved", "superseded"],
  events: ["draft", "change", "approve", "discard", "revise", "supersede"],
  transitions: {
    [none]: { draft: "drafted" },
    drafted: { change: "drafted", approve: "approved", discard: "drafted" },
    approved: { revise: "approved", supersede: "superseded" },
  },
})

export type ScopeState = StateOf<typeof scopeLifecycle>
export type ScopeEvent = EventOf<typeof scopeLifecycle>

/** The state that an event leads to; `discard` keeps *drafted* as its last word, since the row is then deleted. */
export function step(status: string, event: ScopeEvent): Outcome<ScopeState> {
  const to = next(scopeLifecycle, readState(scopeLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", "scoping.refusals.wrongState")
}

/** What may come next for a scope in this state. */
export function eventsOf(status: string): readonly ScopeEvent[] {
  return possibleEvents(scopeLifecycle, readState(scopeLifecycle, status))
}
