import type { BorrowingState } from "@/lib/borrowings/rules/lifecycle"
import { addDays, type Day } from "@/lib/platform/days"

/** Where a loan stands on a day: one that was lent is over after its last day, without anybody doing anything. */
export function standingOf({ status, lastDay }: { status: BorrowingState; lastDay: Day }, day: Day): BorrowingState | "over" {
  return status === "lent" && lastDay < day ? "over" : status
}

/** Days for which a tester may be lent: an assessment and its review, no longer. */
export const longest = 120

/** Whether a last day can be agreed on a day. */
export function isLastDay(lastDay: Day, day: Day): boolean {
  return lastDay >= day && lastDay <= addDays(day, longest)
}

/** What may be done about a loan as it stands. */
export function actsOn(standing: BorrowingState | "over"): ("lend" | "decline" | "withdraw" | "end")[] {
  if (standing === "asked") return ["lend", "decline", "withdraw"]
  return standing === "lent" ? ["end"] : []
}
