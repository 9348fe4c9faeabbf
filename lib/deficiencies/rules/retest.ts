import { addDays, dateOf, type Day, dayOf, lastDayOfMonth } from "@/lib/platform/days"
import { fiscalMonthOf, fiscalYearEnd, fiscalYearOf, type Frequency } from "@/lib/platform/periods"

/** How often a control runs. `yearCount` is the year's estimate for points on occurrence; null where there is none. */
export type Pace = { frequency: Frequency; nature: string; yearCount: number | null }

/** What must have run after implementation before a retest counts; `days` is the span that it covers at least. */
export type Guard = { runs: number; unit: "time" | "period" | "month" | "week" | "day"; samples: number; days: number; months: number }

const once: Guard = { runs: 1, unit: "time", samples: 1, days: 1, months: 0 }
const monthly: Guard = { runs: 2, unit: "month", samples: 2, days: 0, months: 2 }
const weekly: Guard = { runs: 5, unit: "week", samples: 5, days: 35, months: 0 }
const daily: Guard = { runs: 20, unit: "day", samples: 20, days: 20, months: 0 }
const manyDaily: Guard = { runs: 25, unit: "time", samples: 25, days: 15, months: 0 }

/** The guard of a point (domain.md § 4, the table; fixed). An automated one needs a single sample, with the change's evidence. */
export function guardOf({ frequency, nature, yearCount }: Pace): Guard {
  if (nature === "automated") return once
  switch (frequency) {
    case "yearly":
      return once
    case "half-yearly":
      return { runs: 2, unit: "period", samples: 2, days: 0, months: 12 }
    case "quarterly":
      return { runs: 2, unit: "period", samples: 2, days: 0, months: 6 }
    case "monthly":
      return monthly
    case "weekly":
      return weekly
    case "daily":
      return daily
    case "many-daily":
      return manyDaily
    case "on-occurrence":
      return onOccurrence(yearCount ?? 1)
  }
}

// The band is read from the estimate; days are those in which so many runs are to be expected.
function onOccurrence(yearCount: number): Guard {
  if (yearCount <= 1) return once
  if (yearCount <= 4) return { runs: 2, unit: "time", samples: 2, days: 2, months: 0 }
  if (yearCount <= 12) return monthly
  if (yearCount <= 52) return weekly
  if (yearCount < 250) return { runs: 20, unit: "time", samples: 10, days: Math.ceil((20 * 365) / yearCount), months: 0 }
  return yearCount <= 365 ? daily : manyDaily
}

/** The first day on which a retest may pass: the runs required have then been possible since the verified day of implementation. */
export function earliestRetest(implementedOn: Day, pace: Pace): Day {
  const { days, months } = guardOf(pace)
  return months > 0 ? monthsLater(implementedOn, months) : addDays(implementedOn, days)
}

/** The last day of implementation that still passes before the base date (31 December). */
export function lastImplementation(baseDate: Day, pace: Pace): Day {
  let day = baseDate
  while (earliestRetest(day, pace) > baseDate) day = addDays(day, -1)
  return day
}

/** The base date of a day's fiscal year (domain.md § 5). */
export function baseDateOf(day: Day): Day {
  return fiscalYearEnd(fiscalYearOf(day))
}

export type RetestSampleInput = { occurredOn: Day; reference: string; passed: boolean }
export type RetestProblem = "too-early" | "too-few" | "before-implementation" | "in-future" | "repeated" | "same-period" | "span" | "failed"

/** Why a set of samples does not make a passed retest; empty when it does. Days are those on which the control ran. */
export function retestProblems(implementedOn: Day, pace: Pace, samples: readonly RetestSampleInput[], today: Day): RetestProblem[] {
  const guard = guardOf(pace)
  const days = samples.map((sample) => sample.occurredOn)
  const problems: RetestProblem[] = []
  if (today < earliestRetest(implementedOn, pace)) problems.push("too-early")
  if (samples.length < guard.samples) problems.push("too-few")
  if (days.some((day) => day <= implementedOn)) problems.push("before-implementation")
  if (days.some((day) => day > today)) problems.push("in-future")
  if (distinct(samples.map((sample) => `${sample.occurredOn} ${sample.reference.trim()}`)) < samples.length) problems.push("repeated")
  if (guard.unit !== "time" && distinct(days.map((day) => runOf(day, guard))) < guard.samples) problems.push("same-period")
  if (guard === manyDaily && distinct(days) < guard.days) problems.push("span")
  if (samples.some((sample) => !sample.passed)) problems.push("failed")
  return problems
}

function distinct(values: readonly string[]): number {
  return new Set(values).size
}

// Two samples of one month are one run of a monthly control, not two. Weeks begin on Monday, as 1970 did on a Thursday.
function runOf(day: Day, guard: Guard): string {
  if (guard.unit === "month") return day.slice(0, 7)
  if (guard.unit === "week") return String(Math.floor((dateOf(day).getTime() / 86_400_000 + 3) / 7))
  if (guard.unit === "period") {
    const { year, month } = fiscalMonthOf(day)
    return `${year}-${Math.floor((month - 1) / (guard.months / guard.runs))}`
  }
  return day
}

// The same day some months later, or that month's last day; from a month's last day to a month's last day.
function monthsLater(day: Day, months: number): Day {
  const date = dateOf(day)
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = lastDayOfMonth(target.getUTCFullYear(), target.getUTCMonth() + 1)
  const same = dayOf(new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), date.getUTCDate())))
  return same > last || addDays(day, 1).endsWith("-01") ? last : same
}
