import { type Day, daysBetween } from "@/lib/platform/days"
import type { StateOf } from "@/lib/platform/lifecycle"
import type { deficiencyLifecycle } from "./lifecycle"

export type Status = StateOf<typeof deficiencyLifecycle>

/** What is over: everything else is open, an accepted risk too (domain.md § 5). */
export const ended = ["closed", "withdrawn"] as const satisfies readonly Status[]
/** States in which the plan's date still runs. */
export const remedying = ["planned", "in-remediation"] as const satisfies readonly Status[]

export function isOpen(status: Status): boolean {
  return !ended.some((end) => end === status)
}

/** Remediation is overdue when its date has passed and nothing was reported as implemented. */
export function isOverdue(deficiency: { status: Status; planDueOn: Day | null }, today: Day): boolean {
  return remedying.some((state) => state === deficiency.status) && deficiency.planDueOn !== null && deficiency.planDueOn < today
}

export type Reconciliation = { raised: number; closed: number; withdrawn: number; open: number; accepted: number }

/** Raised = closed + withdrawn + open, of which accepted; nothing is left over (domain.md § 5). */
export function reconcile(statuses: readonly Status[]): Reconciliation {
  const count = (wanted: Status) => statuses.filter((status) => status === wanted).length
  return {
    raised: statuses.length, closed: count("closed"), withdrawn: count("withdrawn"), open: statuses.filter(isOpen).length, accepted: count("accepted"),
  }
}

export const ages = ["30", "90", "180", "more"] as const
export type Age = (typeof ages)[number]

/** How long a deficiency has been open: up to 30, 90, 180 days, or more. */
export function ageOf(registeredOn: Day, today: Day): Age {
  const days = daysBetween(registeredOn, today)
  if (days <= 30) return "30"
  if (days <= 90) return "90"
  return days <= 180 ? "180" : "more"
}
