/** A calendar day, `2026-07-31`, without a time: due dates and periods are days in the unit's zone. */
export type Day = string

export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

// Making a format takes longer than all else that a short page does.
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day it is in a zone at a moment. */
export function today(now: Date, timeZone = "Asia/Shanghai"): Day {
  const kept = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
  formats.set(timeZone, kept)
  return kept.format(now)
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(dateOf(day).getTime() + days * 86_400_000))
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)
}

export function lastDayOfMonth(year: number, month: number): Day {
  return dayOf(new Date(Date.UTC(year, month, 0)))
}

/** Whether a text is a day from 1900, before which workbooks know none, to 2999: year 0 is none to PostgreSQL, and what follows 9999 is no text of ten signs. */
export function isDay(text: string): boolean {
  return /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateOf(text).getTime()) && dayOf(dateOf(text)) === text
}

/** Public holidays (and weekend days worked in exchange) of a country. */
export type Calendar = { holidays: ReadonlySet<Day>; workdays: ReadonlySet<Day> }
export const plainCalendar: Calendar = { holidays: new Set(), workdays: new Set() }

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.workdays.has(day)) return true
  if (calendar.holidays.has(day)) return false
  const weekday = dateOf(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day `count` working days after `day` (domain.md § 3: grace and deadlines honour the holiday calendar). */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(current, calendar)) left -= 1
  }
  return current
}
