import { addDays, type Day } from "@/lib/platform/days"

/** Computed, never stored (lifecycles.md, "Obligation"). */
export const obligationStatuses = ["upcoming", "due", "overdue", "submitted", "returned", "accepted", "did-not-occur"] as const
export type ObligationStatus = (typeof obligationStatuses)[number]

/** One version of a record put to the obligation; only the newest version of each record counts. */
export type UseFacts = { status: string; occurred: boolean }
export type ObligationFacts = { periodEnd: Day; dueOn: Day; uses: readonly UseFacts[] }

/** Where an obligation stands on a day. What was accepted outweighs what waits, and what waits what was returned. */
export function obligationStatus({ periodEnd, dueOn, uses }: ObligationFacts, today: Day): ObligationStatus {
  const accepted = uses.filter(({ status }) => status === "accepted" || status === "sealed")
  if (accepted.some(({ occurred }) => occurred)) return "accepted"
  if (accepted.length > 0) return "did-not-occur"
  if (uses.some(({ status }) => status === "submitted")) return "submitted"
  if (uses.some(({ status }) => status === "returned")) return "returned"
  if (today > dueOn) return "overdue"
  return today < periodEnd ? "upcoming" : "due"
}

/** Whether the owner has something to do about it. */
export function isOpen(status: ObligationStatus): boolean {
  return status === "upcoming" || status === "due" || status === "overdue" || status === "returned"
}

/** The last day for the list of "my work": what becomes due within two weeks is already shown. */
export function horizon(today: Day): Day {
  return addDays(today, 14)
}
