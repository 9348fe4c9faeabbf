import { addDays, dateOf, type Day, dayOf, isDay, lastDayOfMonth } from "@/lib/platform/days"
import { fiscalStart } from "@/lib/platform/fiscal-year"

/** `2026-Q3`: a period belongs to the quarter of its last day (interfaces.md, "Periods"). */
export type Quarter = string
export type Period = { name: string; start: Day; end: Day }

export const frequencies = ["yearly", "half-yearly", "quarterly", "monthly", "weekly", "daily", "many-daily", "on-occurrence"] as const
export type Frequency = (typeof frequencies)[number]

/** A fiscal year is named after the calendar year in which it ends; without a setting it is that year. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = fiscalMonthOf(day)
  return `${year}-Q${Math.ceil(month / 3)}`
}

/** The fiscal year of a day, and its month counted from that year's first. */
export function fiscalMonthOf(day: Day): { year: number; month: number } {
  const [year, month, first] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), fiscalStart()]
  return { year: first > 1 && month >= first ? year + 1 : year, month: ((month - first + 12) % 12) + 1 }
}

/** The fiscal year of a day. */
export function fiscalYearOf(day: Day): number {
  return fiscalMonthOf(day).year
}

/** The last day of a fiscal year: the base date of its reports. */
export function fiscalYearEnd(year: number): Day {
  return months(year, 12, 12).end
}

// From one month of a fiscal year to another, both counted from 1.
function months(year: number, from: number, to: number): { start: Day; end: Day } {
  const first = fiscalStart()
  const began = first > 1 ? year - 1 : year
  return { start: dayOf(new Date(Date.UTC(began, first - 2 + from, 1))), end: lastDayOfMonth(began, first - 1 + to) }
}

export function isQuarter(text: string): boolean {
  return /^[12]\d{3}-Q[1-4]$/.test(text)
}

export function yearOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4))
}

export function quarterPeriod(quarter: Quarter): Period {
  const last = Number(quarter.slice(6)) * 3
  return { name: quarter, ...months(yearOf(quarter), last - 2, last) }
}

export function quarterBefore(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterPeriod(quarter).start, -1))
}

export function quarterAfter(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterPeriod(quarter).end, 1))
}

/** So many quarters, that one first, then backwards; with another that must be among them. */
export function quartersBack(from: Quarter, count: number, also?: Quarter): Quarter[] {
  const quarters = [from]
  for (let quarter = quarterBefore(from); quarters.length < count; quarter = quarterBefore(quarter)) quarters.push(quarter)
  return also === undefined || quarters.includes(also) ? quarters : [also, ...quarters].toSorted().toReversed()
}

/**
 * The periods of a frequency that end in a quarter: none for a yearly point outside the fourth quarter. Points that run
 * daily, more often or on occurrence owe one register a month (domain.md § 3).
 */
export function periodsIn(quarter: Quarter, frequency: Frequency): Period[] {
  const { start, end } = quarterPeriod(quarter)
  const year = yearOf(quarter)
  const number = Number(quarter.slice(6))
  switch (frequency) {
    case "yearly":
      return number === 4 ? [{ name: `${year}`, ...months(year, 1, 12) }] : []
    case "half-yearly":
      return number % 2 === 0 ? [{ name: `${year}-H${number / 2}`, ...months(year, number * 3 - 5, number * 3) }] : []
    case "quarterly":
      return [{ name: quarter, start, end }]
    case "weekly":
      return weeksEnding(start, end)
    default:
      return monthsOf(year, number)
  }
}

/** The period that a name stands for, null when it is none: of the fiscal year `2026`, `2026-H1`, `2026-Q3`; of the calendar `2026-07`, `2026-W31`, `2026-07-31`. */
export function periodNamed(name: string): Period | null {
  if (isDay(name)) return { name, start: name, end: name }
  const [, year = "", rest = ""] = /^([12]\d{3})-?(.*)$/.exec(name) ?? []
  const number = Number(rest.replace(/^[HQW]/, ""))
  if (year === "") return null
  if (rest === "") return name.length === 4 ? { name, ...months(Number(year), 1, 12) } : null
  if (/^H[12]$/.test(rest)) return { name, ...months(Number(year), number * 6 - 5, number * 6) }
  if (/^Q[1-4]$/.test(rest)) return quarterPeriod(name)
  if (/^(0[1-9]|1[0-2])$/.test(rest)) return { name, start: `${name}-01`, end: lastDayOfMonth(Number(year), number) }
  return /^W\d{2}$/.test(rest) ? weekNamed(name, Number(year), number) : null
}

/** The quarter in which a point of this frequency next runs, seen from `quarter` (the one named by *not due*). */
export function nextRun(quarter: Quarter, frequency: Frequency): Quarter {
  return periodsIn(quarter, frequency).length > 0 ? quarter : nextRun(quarterAfter(quarter), frequency)
}

export function owesRegister(frequency: Frequency): boolean {
  return frequency === "daily" || frequency === "many-daily" || frequency === "on-occurrence"
}

// Months keep the names of the calendar: the first of a fiscal year from April is 2026-04.
function monthsOf(year: number, quarter: number): Period[] {
  return [2, 1, 0].map((back) => {
    const { start, end } = months(year, quarter * 3 - back, quarter * 3 - back)
    return { name: start.slice(0, 7), start, end }
  })
}

// ISO weeks, Monday to Sunday; a week belongs to the quarter of its Sunday.
function weeksEnding(start: Day, end: Day): Period[] {
  const sunday = addDays(start, (7 - dateOf(start).getUTCDay()) % 7)
  const weeks: Period[] = []
  for (let last = sunday; last <= end; last = addDays(last, 7)) weeks.push({ name: isoWeek(last), start: addDays(last, -6), end: last })
  return weeks
}

// The fourth of January is always in week 1.
function weekNamed(name: string, year: number, week: number): Period | null {
  const fourth = dayOf(new Date(Date.UTC(year, 0, 4)))
  const sunday = addDays(fourth, ((7 - dateOf(fourth).getUTCDay()) % 7) + (week - 1) * 7)
  return isoWeek(sunday) === name ? { name, start: addDays(sunday, -6), end: sunday } : null
}

function isoWeek(sunday: Day): string {
  const thursday = addDays(sunday, -3)
  const year = Number(thursday.slice(0, 4))
  const days = (dateOf(thursday).getTime() - Date.UTC(year, 0, 1)) / 86_400_000
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`
}
