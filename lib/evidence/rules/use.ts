import type { Day } from "@/lib/platform/days"
import { lifecycle, next, none, readState } from "@/lib/platform/lifecycle"
import { change, type Outcome, refused } from "@/lib/platform/refusal"

/**
 * One version of a record for one obligation (lifecycles.md). A resubmission is a use of its own, so the one before keeps
 * its state; sealing closes what is there, and only what was accepted is called sealed.
 */
export const evidenceUseLifecycle = lifecycle({
  name: "evidence-use",
  initial: "submitted",
  states: ["submitted", "accepted", "returned", "sealed"],
  events: ["submit", "accept", "return", "resubmit", "seal"],
  transitions: {
    [none]: { submit: "submitted", resubmit: "submitted" },
    submitted: { accept: "accepted", return: "returned", resubmit: "submitted", seal: "submitted" },
    accepted: { resubmit: "accepted", seal: "sealed" },
    returned: { resubmit: "returned", seal: "returned" },
    sealed: {},
  },
})

export type UseState = (typeof evidenceUseLifecycle.states)[number]
export type StandingUse = { status: string; sealed: boolean; newest: boolean }

/** A reviewer's decision on what was submitted, or why it cannot be taken. */
export function decide(use: StandingUse, event: "accept" | "return"): Outcome<UseState> {
  if (use.sealed) return refused("wrong-state", "common.refusals.sealed")
  if (!use.newest) return refused("wrong-state", "evidence.refusals.superseded")
  return stepped(use.status, event)
}

/** Whether a correction may follow this use. */
export function mayBeCorrected(use: StandingUse): Outcome<UseState> {
  if (use.sealed) return refused("wrong-state", "common.refusals.sealed")
  if (!use.newest) return refused("wrong-state", "evidence.refusals.superseded")
  return stepped(use.status, "resubmit")
}

/** What a new version answers: what was returned, or, where nothing was, all that is not sealed. */
export function usesToCorrect<Use extends StandingUse>(uses: readonly Use[]): Use[] {
  const open = uses.filter((use) => mayBeCorrected(use).ok)
  const returned = open.filter((use) => use.status === "returned")
  return returned.length > 0 ? returned : open
}

/** 证-2026-0017: the year in which the record was logged. */
export function recordNumber(loggedOn: Day, value: number): string {
  return `证-${loggedOn.slice(0, 4)}-${String(value).padStart(4, "0")}`
}

function stepped(status: string, event: "accept" | "return" | "resubmit"): Outcome<UseState> {
  const to = next(evidenceUseLifecycle, readState(evidenceUseLifecycle, status), event)
  return typeof to === "string" ? change(to) : refused("wrong-state", "evidence.refusals.decided")
}
