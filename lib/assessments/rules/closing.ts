import type { Quarter } from "@/lib/platform/periods"
import { change, type Outcome, refused } from "@/lib/platform/refusal"
import { listed } from "./listed"
import { type Standing, standingOf } from "./standing"

export type ClosingLine = { code: string; status: string; quarter: Quarter; frequency: string; conclusion: string | null; disputed: boolean }

const codesOf = (lines: readonly ClosingLine[]) => listed(lines.map(({ code }) => code))

/** How a line stands that keeps no assessment from its next step, as long as nobody disagrees. */
export const settled: readonly Standing[] = ["signed-off", "not-due"]

/** The testing is over when each due paper has its conclusion. */
export function mayStartReview(lines: readonly ClosingLine[]): Outcome<null> {
  const open = lines.filter((line) => ["unassigned", "assigned", "in-progress"].includes(standingOf(line)))
  return open.length === 0 ? change(null) : refused("wrong-state", "assessments.refusals.tests-open", { params: codesOf(open) })
}

/** An assessment closes when every due paper is signed off and no disagreement is open (domain.md § 4). */
export function mayCloseNow(lines: readonly ClosingLine[]): Outcome<null> {
  const disputed = lines.filter((line) => line.disputed)
  if (disputed.length > 0) return refused("wrong-state", "assessments.refusals.disagreements-open", { params: codesOf(disputed) })
  const open = lines.filter((line) => !settled.includes(standingOf(line)))
  return open.length === 0 ? change(null) : refused("wrong-state", "assessments.refusals.tests-not-signed-off", { params: codesOf(open) })
}
