import { type Frequency, owesRegister, type Quarter } from "@/lib/platform/periods"
import { readFrequency, runsLeft } from "./due"

export type Band = { minimum: number; maximum: number; /** Daily or more often: a random deviation allows extending. */ extends: "no" | "daily" | "many-daily" }
export type Sized = { frequency: string; nature: string; /** Runs in a year, as estimated; needed for points on occurrence. */ yearCount: number }

/** Runs in a year, estimated from what ran in the quarters so far, rounding up (domain.md § 4). */
export function estimateYear(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.length === 0 ? 0 : Math.ceil((total * 4) / counts.length)
}

/** The year's samples, from least to most (the table of domain.md § 4). */
export function bandOf({ frequency, nature, yearCount }: Sized): Band {
  if (nature === "automated") return { minimum: 1, maximum: 1, extends: "no" }
  return bandFor(readFrequency(frequency), yearCount)
}

function bandFor(frequency: Frequency, yearCount: number): Band {
  switch (frequency) {
    case "yearly":
      return { minimum: 1, maximum: 1, extends: "no" }
    case "half-yearly":
    case "quarterly":
      return { minimum: 2, maximum: 2, extends: "no" }
    case "monthly":
      return { minimum: 2, maximum: 5, extends: "no" }
    case "weekly":
      return { minimum: 5, maximum: 15, extends: "no" }
    case "daily":
      return { minimum: 20, maximum: 40, extends: "daily" }
    case "many-daily":
      return { minimum: 25, maximum: 60, extends: "many-daily" }
    case "on-occurrence":
      return bandByCount(Math.ceil(yearCount))
  }
}

function bandByCount(count: number): Band {
  if (count <= 1) return bandFor("yearly", count)
  if (count <= 4) return bandFor("quarterly", count)
  if (count <= 12) return bandFor("monthly", count)
  if (count <= 52) return bandFor("weekly", count)
  if (count < 250) return { minimum: Math.ceil(count / 10), maximum: Math.min(40, Math.ceil(count / 5)), extends: "no" }
  return bandFor(count <= 365 ? "daily" : "many-daily", count)
}

export type Plan = Sized & {
  quarter: Quarter
  /** Upper end of the band for a high risk or an earlier deficiency. */
  strict: boolean
  /** Samples already tested in the year's earlier quarters. */
  earlier: number
  /** Items in this quarter's population. */
  population: number
}

/** The year's whole sample. */
export function yearSize(plan: Pick<Plan, "frequency" | "nature" | "yearCount" | "strict">): number {
  const band = bandOf(plan)
  return plan.strict ? band.maximum : band.minimum
}

/**
 * This quarter's samples: an even share of what the year still lacks over the quarters in which the point still runs,
 * at least one where it ran, never more than there are. The fourth quarter takes all that is left (domain.md § 4).
 */
export function quarterSize(plan: Plan): number {
  const left = Math.max(0, yearSize(plan) - plan.earlier)
  const share = Math.ceil(left / Math.max(1, runsLeft(plan.quarter, plan.frequency)))
  return Math.min(plan.population, Math.max(1, share))
}

/** How many samples an extension adds: 20 → 40 for daily, 25 → 40 for many times a day, none at the upper end (domain.md § 4). */
export function extensionSize(plan: Pick<Plan, "frequency" | "nature" | "yearCount" | "strict">): number {
  const band = bandOf(plan)
  return band.extends === "no" ? 0 : Math.max(0, 40 - yearSize(plan))
}

/** Whether the quarter's records are registers, whose entries are the population. */
export function isRegister(frequency: string): boolean {
  return owesRegister(readFrequency(frequency))
}
