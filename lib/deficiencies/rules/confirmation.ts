import { addWorkingDays, type Calendar, type Day } from "@/lib/platform/days"

export const daysToConfirm = 5

/** The last day on which a confirmation may be given or contested; unanswered until then, it counts as given (domain.md § 5). */
export function confirmationDue(registeredOn: Day, calendar: Calendar): Day {
  return addWorkingDays(registeredOn, daysToConfirm, calendar)
}

/** Whether silence has become consent: the last day has passed. */
export function deemedConfirmed(confirmBy: Day, today: Day): boolean {
  return today > confirmBy
}
