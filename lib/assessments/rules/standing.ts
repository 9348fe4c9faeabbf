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
  const standing = standingOf(line)
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
  const done = lines.filter((line) => standingOf(line) !== "not-due" && isFinished(line))
  const concluded = (conclusion: string) => done.filter((line) => line.conclusion === conclusion).length
  return {
    applicable: lines.length,
    tested: done.length,
    effective: concluded("effective"),
    ineffective: concluded("ineffective"),
    didNotOccur: concluded("did-not-occur"),
    notDue: lines.filter((line) => standingOf(line) === "not-due").length,
  }
}
