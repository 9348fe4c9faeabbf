import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, addWorkingDays, dateOf, daysBetween, dayOf, isDay, isWorkingDay, lastDayOfMonth, plainCalendar, today } from "./days"

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days))

describe("a day", () => {
  test("is the day that it is in the zone, not in Greenwich", () => {
    const evening = new Date("2026-12-31T16:30:00Z")
    expect(today(evening)).toBe("2027-01-01")
    expect(today(evening, "UTC")).toBe("2026-12-31")
    expect(today(new Date("2028-02-28T16:00:00Z"))).toBe("2028-02-29")
  })

  test("goes over the ends of months, leap days and years", () => {
    expect(addDays("2026-01-31", 1)).toBe("2026-02-01")
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29")
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01")
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29")
    expect(daysBetween("2028-02-01", "2028-03-01")).toBe(29)
    expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1)
  })

  test("is written as one, or is none", () => {
    expect(["2026-02-28", "2028-02-29", "2026-12-31"].every(isDay)).toBe(true)
    expect(["2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T00:00", "", "2026-01-00", "0000-01-01", "1899-12-31", "9999-12-31"].some(isDay)).toBe(false)
  })

  test("knows the last day of each month", () => {
    expect(lastDayOfMonth(2026, 2)).toBe("2026-02-28")
    expect(lastDayOfMonth(2028, 2)).toBe("2028-02-29")
    expect(lastDayOfMonth(2000, 2)).toBe("2000-02-29")
    expect(lastDayOfMonth(2100, 2)).toBe("2100-02-28")
    expect(lastDayOfMonth(2026, 12)).toBe("2026-12-31")
  })

  test("survives the database and back", () => {
    fc.assert(fc.property(anyDay, (day) => dayOf(dateOf(day)) === day))
    fc.assert(fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => daysBetween(day, addDays(day, count)) === count))
  })
})

describe("working days", () => {
  // National Day of 2026: off from the first to the seventh, the Saturday after worked in exchange.
  const calendar = {
    holidays: new Set(["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"]),
    workdays: new Set(["2026-10-10"]),
  }

  test("leave out weekends", () => {
    expect(addWorkingDays("2026-07-31", 5, plainCalendar)).toBe("2026-08-07")
    expect(addWorkingDays("2026-02-28", 1, plainCalendar)).toBe("2026-03-02")
    expect(addWorkingDays("2026-12-31", 1, plainCalendar)).toBe("2027-01-01")
    expect(addWorkingDays("2028-02-28", 1, plainCalendar)).toBe("2028-02-29")
  })

  test("honour holidays, and weekend days worked in exchange", () => {
    expect(addWorkingDays("2026-09-30", 1, calendar)).toBe("2026-10-08")
    expect(addWorkingDays("2026-09-30", 5, calendar)).toBe("2026-10-13")
    expect(addWorkingDays("2026-09-30", 3, calendar)).toBe("2026-10-10")
    expect(isWorkingDay("2026-10-10", calendar)).toBe(true)
    expect(isWorkingDay("2026-10-11", calendar)).toBe(false)
  })

  test("none is the day itself", () => {
    expect(addWorkingDays("2026-10-03", 0, calendar)).toBe("2026-10-03")
  })

  test("always end on a working day, later with each one more", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const end = addWorkingDays(day, count, plainCalendar)
      expect(isWorkingDay(end, plainCalendar)).toBe(true)
      expect(addWorkingDays(day, count + 1, plainCalendar) > end).toBe(true)
    }))
  })
})
