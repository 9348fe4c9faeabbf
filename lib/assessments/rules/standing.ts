import { readState } from "@/lib/platform/lifecycle"
import type { Quarter } from "@/lib/platform/periods"
import { dueIn } from "./due"
import { testLifecycle, type TestState } from "./lifecycle"

export const standings = ["not-due", ...testLifecycle.states] as const
/** A line's state as people see it: the stored one, or *not due*, which is computed. */
export type Standing = (typeof standings)[number]

/** What lines are narrowed by: one standing, or one of two groups: tested (another person has reviewed it) and not yet. */
export const standingFilters = [...standings, "tested", "unfinished"] as const
export type StandingFilter = (typeof standingFilters)[number]

type Line = { status: string; quarter: Quarter; frequency: string; conclusion: string | null }

const finished: readonly TestState[] = ["reviewed", "signed-off", "sealed"]

export function standingOf(line: Line): Standing {
  return dueIn(line.quarter, line.frequency).due ? readState(testLifecycle, line.status) : "not-due"
}

/** The standings that a filter lets pass. */
export function standingsIn(filter: StandingFilter): readonly Standing[] {
  if (filter === "tested") return finished
  return filter === "unfinished" ? testLifecycle.states.filter((state) => !finished.includes(state)) : [filter]
}

/** Whether another person has reviewed the paper, or no paper is needed. */
export function isFinished(line: Line): boolean {
  return isOver(standingOf(line))
}

/** The same of a line whose standing is known. */
export function isOver(standing: Standing): boolean {
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
  return factsOfCounts(lines.map((line) => ({ standing: standingOf(line), conclusion: line.conclusion, count: 1 })))
}

/** The same of lines that are counted by standing and conclusion. */
export function factsOfCounts(counts: readonly { standing: Standing; conclusion: string | null; count: number }[]): QuarterFacts {
  const facts = { applicable: 0, tested: 0, effective: 0, ineffective: 0, didNotOccur: 0, notDue: 0 }
  for (const { standing, conclusion, count } of counts) {
    facts.applicable += count
    if (standing === "not-due") facts.notDue += count
    else if (isOver(standing)) {
      facts.tested += count
      if (conclusion === "effective") facts.effective += count
      if (conclusion === "ineffective") facts.ineffective += count
      if (conclusion === "did-not-occur") facts.didNotOccur += count
    }
  }
  return facts
}

/** How many of some counted lines have to be tested, and how many of these are over. */
export function progressOf(counts: readonly { standing: Standing; count: number }[]): { due: number; finished: number } {
  const due = counts.filter(({ standing }) => standing !== "not-due")
  const sum = (some: typeof due) => some.reduce((total, { count }) => total + count, 0)
  return { due: sum(due), finished: sum(due.filter(({ standing }) => isOver(standing))) }
}
