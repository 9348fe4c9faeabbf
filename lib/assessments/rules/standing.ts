import { readState } from "@/lib/platform/lifecycle"
import type { Quarter } from "@/lib/platform/periods"
import { dueIn } from "./due"
import { testLifecycle, type TestState } from "./lifecycle"

export const standings = ["not-due", ...testLifecycle.states] as const
/** A line's state as people see it: the stored one, or *not due*, which is computed. */
export type Standing = (typeof standings)[number]

type Line = { status: string; quarter: Quarter; frequency: string; conclusion: string | null }

const finished: readonly TestState[] = ["reviewed", "signed-off", "sealed"]

export function standingOf(line: Line): Standing {
  return dueIn(line.quarter, line.frequency).due ? readState(testLifecycle, line.status) : "not-due"
}

/** Whether another person has reviewed the paper, or no paper is needed. */
export function isFinished(line: Line): boolean {
  return isOver(standingOf(line))
}

function isOver(standing: Standing): boolean {
  return standing === "not-due" || finished.includes(standing)
}

export type QuarterFacts = {
  applicable: number
  tested: number
  effective: number
  ineffective: number
  didNotOccur: number
  notDue: number
}

/** What a statement says of a quarter (domain.md § 6); only reviewed papers count as tested. */
export function factsOf(lines: readonly Line[]): QuarterFacts {
  const facts = { applicable: lines.length, tested: 0, effective: 0, ineffective: 0, didNotOccur: 0, notDue: 0 }
  for (const line of lines) {
    const standing = standingOf(line)
    if (standing === "not-due") facts.notDue += 1
    else if (isOver(standing)) {
      facts.tested += 1
      if (line.conclusion === "effective") facts.effective += 1
      if (line.conclusion === "ineffective") facts.ineffective += 1
      if (line.conclusion === "did-not-occur") facts.didNotOccur += 1
    }
  }
  return facts
}
