import { addDays, dateOf, type Day, dayOf, lastDayOfMonth } from "@/lib/platform/days"
import type { Frequency } from "@/lib/platform/periods"

/** What a frequency must have run after implementation before a retest counts (domain.md § 4, the table; fixed). */
export type Guard = { runs: number; unit: "time" | "period" | "month" | "week" | "day"; samples: number; days: number }

const guards: Record<Frequency, Guard> = {
  yearly: { runs: 1, unit: "time", samples: 1, days: 0 },
  "on-occurrence": { runs: 1, unit: "time", samples: 1, days: 0 },
  "half-yearly": { runs: 2, unit: "period", samples: 2, days: 0 },
  quarterly: { runs: 2, unit: "period", samples: 2, days: 0 },
  monthly: { runs: 2, unit: "month", samples: 2, days: 0 },
  weekly: { runs: 5, unit: "week", samples: 5, days: 0 },
  daily: { runs: 20, unit: "day", samples: 20, days: 0 },
  "many-daily": { runs: 25, unit: "time", samples: 25, days: 15 },
}

const automated: Guard = { runs: 1, unit: "time", samples: 1, days: 0 }

/** The guard of a point; an automated one needs a single sample with the change's evidence. */
export function guardOf(frequency: Frequency, nature: string): Guard {
  return nature === "automated" ? automated : guards[frequency]
}

/**
 * The first day on which a retest may be passed: the runs required have then been possible since the verified day of
 * implementation. A run belongs to a period that begins after that day.
 */
export function earliestRetest(implementedOn: Day, frequency: Frequency, nature: string): Day {
  const guard = guardOf(frequency, nature)
  switch (guard.unit) {
    case "time":
      return addDays(implementedOn, Math.max(guard.days, 1))
    case "day":
      return addDays(implementedOn, guard.runs)
    case "week":
      return addDays(implementedOn, 7 * guard.runs)
    case "month":
      return endOfMonths(implementedOn, guard.runs)
    case "period":
      return endOfMonths(implementedOn, guard.runs * (frequency === "quarterly" ? 3 : 6))
  }
}

/** The last day of implementation that still passes before the base date (31 December). */
export function lastImplementation(baseDate: Day, frequency: Frequency, nature: string): Day {
  let day = baseDate
  while (earliestRetest(day, frequency, nature) > baseDate) day = addDays(day, -1)
  return day
}

export type RetestSampleInput = { occurredOn: Day; reference: string; passed: boolean }
export type RetestProblem = "too-early" | "too-few" | "before-implementation" | "in-future" | "same-day" | "span"

/** Why a set of samples does not make a retest; empty when it does. Days are the days on which the control ran. */
export function retestProblems(
  implementedOn: Day, frequency: Frequency, nature: string, samples: RetestSampleInput[], today: Day,
): RetestProblem[] {
  const guard = guardOf(frequency, nature)
  const days = samples.map((sample) => sample.occurredOn).sort()
  const problems: RetestProblem[] = []
  if (today < earliestRetest(implementedOn, frequency, nature)) problems.push("too-early")
  if (samples.length < guard.samples) problems.push("too-few")
  if (days.some((day) => day <= implementedOn)) problems.push("before-implementation")
  if (days.some((day) => day > today)) problems.push("in-future")
  if (guard.unit !== "time" && new Set(days.map((day) => bucket(day, guard, frequency))).size < Math.min(guard.runs, guard.samples)) problems.push("same-day")
  if (guard.days > 0 && new Set(days).size < guard.days) problems.push("span")
  return problems
}

// Two monthly samples of one month are one run, not two.
function bucket(day: Day, guard: Guard, frequency: Frequency): string {
  if (guard.unit === "month") return day.slice(0, 7)
  if (guard.unit === "week") return String(Math.floor((dateOf(day).getTime() / 86_400_000 + 3) / 7))
  if (guard.unit === "period") return `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / (frequency === "quarterly" ? 3 : 6))}`
  return day
}

function endOfMonths(day: Day, months: number): Day {
  const date = dateOf(day)
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = lastDayOfMonth(target.getUTCFullYear(), target.getUTCMonth() + 1)
  const same = dayOf(new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(date.getUTCDate(), Number(last.slice(8))))))
  return same
}
