import { addDays, type Day } from "@/lib/platform/days"

/** What evidence made of it; null while nothing was put to it. Kept by the database, in the same words (docs/decisions/018-answers-kept.md). */
export type Answer = "accepted" | "did-not-occur" | "submitted" | "returned" | null

/** Computed, never stored: what answered it, else what the day says (lifecycles.md, "Obligation"). */
export const obligationStatuses = ["upcoming", "due", "overdue", "submitted", "returned", "accepted", "did-not-occur"] as const
export type ObligationStatus = (typeof obligationStatuses)[number]

/** One version of a record put to the obligation; only the newest version of each record counts. */
export type UseFacts = { status: string; occurred: boolean }
export type ObligationFacts = { periodEnd: Day; dueOn: Day; uses: readonly UseFacts[] }

/** What was accepted outweighs what waits, and what waits what was returned. */
export function answerOf(uses: readonly UseFacts[]): Answer {
  const accepted = uses.filter(({ status }) => status === "accepted" || status === "sealed")
  if (accepted.some(({ occurred }) => occurred)) return "accepted"
  if (accepted.length > 0) return "did-not-occur"
  if (uses.some(({ status }) => status === "submitted")) return "submitted"
  return uses.some(({ status }) => status === "returned") ? "returned" : null
}

/** Where an obligation stands on a day. */
export function obligationStatus({ periodEnd, dueOn, uses }: ObligationFacts, today: Day): ObligationStatus {
  const answer = answerOf(uses)
  if (answer) return answer
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

/** Nobody has reviewed any of these uses yet. */
export function isWaiting(uses: readonly { status: string }[]): boolean {
  return uses.every(({ status }) => status === "submitted")
}
