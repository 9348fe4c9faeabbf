import fc from "fast-check"
import { afterEach, describe, expect, it, test } from "vitest"
import { fiscalYearBegins } from "@/lib/platform/fiscal-year"
import { addDays, daysBetween } from "./days"
import { fiscalYearEnd, fiscalYearOf, frequencies, isQuarter, nextRun, owesRegister, periodNamed, periodsIn, quarterAfter, quarterBefore, quarterOf, quarterPeriod, type Frequency } from "./periods"

const quarters = fc.tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 4 })).map(([year, number]) => `${year}-Q${number}`)
const names = (quarter: string, frequency: Frequency) => periodsIn(quarter, frequency).map(({ name }) => name)

describe("quarters", () => {
  test("begin and end on the days of the calendar", () => {
    expect(quarterPeriod("2026-Q1")).toEqual({ name: "2026-Q1", start: "2026-01-01", end: "2026-03-31" })
    expect(quarterPeriod("2026-Q4")).toEqual({ name: "2026-Q4", start: "2026-10-01", end: "2026-12-31" })
    expect(quarterOf("2026-03-31")).toBe("2026-Q1")
    expect(quarterOf("2026-04-01")).toBe("2026-Q2")
    expect(quarterOf("2028-02-29")).toBe("2028-Q1")
    expect(quarterOf("2026-12-31")).toBe("2026-Q4")
  })

  test("follow each other over the year's end", () => {
    expect(quarterAfter("2026-Q4")).toBe("2027-Q1")
    expect(quarterBefore("2026-Q1")).toBe("2025-Q4")
    fc.assert(fc.property(quarters, (quarter) => quarterBefore(quarterAfter(quarter)) === quarter))
    fc.assert(fc.property(quarters, (quarter) => addDays(quarterPeriod(quarter).end, 1) === quarterPeriod(quarterAfter(quarter)).start))
  })

  test("are written in one way", () => {
    expect(isQuarter("2026-Q3")).toBe(true)
    expect(["2026-Q5", "2026Q3", "26-Q3", "2026-q3", "2026-Q3 ", "0000-Q1", "9999-Q4"].some(isQuarter)).toBe(false)
  })
})

describe("the periods that end in a quarter", () => {
  test("a yearly point runs in the fourth, a half-yearly one in the second and fourth", () => {
    expect(frequencies.map((frequency) => names("2026-Q1", frequency).length)).toEqual([0, 0, 1, 3, 13, 3, 3, 3])
    expect(periodsIn("2026-Q4", "yearly")).toEqual([{ name: "2026", start: "2026-01-01", end: "2026-12-31" }])
    expect(periodsIn("2026-Q2", "half-yearly")).toEqual([{ name: "2026-H1", start: "2026-01-01", end: "2026-06-30" }])
    expect(periodsIn("2026-Q4", "half-yearly")).toEqual([{ name: "2026-H2", start: "2026-07-01", end: "2026-12-31" }])
    expect(periodsIn("2026-Q3", "half-yearly")).toEqual([])
  })

  test("months end on their last day, in a leap year too", () => {
    expect(periodsIn("2028-Q1", "monthly").map(({ end }) => end)).toEqual(["2028-01-31", "2028-02-29", "2028-03-31"])
    expect(periodsIn("2027-Q1", "monthly").map(({ end }) => end)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31"])
    expect(names("2026-Q4", "daily")).toEqual(["2026-10", "2026-11", "2026-12"])
  })

  test("a week belongs to the quarter of its Sunday, also over the year's end", () => {
    expect(periodsIn("2026-Q3", "weekly")[0]).toEqual({ name: "2026-W27", start: "2026-06-29", end: "2026-07-05" })
    expect(periodsIn("2026-Q4", "weekly").at(-1)).toEqual({ name: "2026-W52", start: "2026-12-21", end: "2026-12-27" })
    expect(periodsIn("2027-Q1", "weekly")[0]).toEqual({ name: "2026-W53", start: "2026-12-28", end: "2027-01-03" })
    expect(names("2024-Q4", "weekly").at(-1)).toBe("2024-W52")
  })

  test("weeks and months of all quarters leave no day out and take none twice", () => {
    fc.assert(fc.property(quarters, fc.constantFrom<Frequency>("weekly", "monthly", "quarterly"), (quarter, frequency) => {
      const runs = [...periodsIn(quarter, frequency), ...periodsIn(quarterAfter(quarter), frequency)]
      for (const [index, run] of runs.entries()) {
        const following = runs[index + 1]
        expect(following === undefined || daysBetween(run.end, following.start) === 1).toBe(true)
        expect(quarterOf(run.end)).toBe(index < periodsIn(quarter, frequency).length ? quarter : quarterAfter(quarter))
      }
    }))
  })

  test("registers are owed for what runs daily, more often or on occurrence", () => {
    expect(frequencies.filter(owesRegister)).toEqual(["daily", "many-daily", "on-occurrence"])
  })

  test("what is not due names the quarter in which it runs next", () => {
    expect(nextRun("2026-Q1", "yearly")).toBe("2026-Q4")
    expect(nextRun("2026-Q3", "half-yearly")).toBe("2026-Q4")
    expect(nextRun("2026-Q3", "monthly")).toBe("2026-Q3")
  })
})

describe("a period's name", () => {
  test("says its first and last day", () => {
    expect(periodNamed("2026")).toMatchObject({ start: "2026-01-01", end: "2026-12-31" })
    expect(periodNamed("2026-H1")).toMatchObject({ start: "2026-01-01", end: "2026-06-30" })
    expect(periodNamed("2026-Q3")).toMatchObject({ start: "2026-07-01", end: "2026-09-30" })
    expect(periodNamed("2028-02")).toMatchObject({ start: "2028-02-01", end: "2028-02-29" })
    expect(periodNamed("2026-W31")).toMatchObject({ start: "2026-07-27", end: "2026-08-02" })
    expect(periodNamed("2026-W53")).toMatchObject({ start: "2026-12-28", end: "2027-01-03" })
    expect(periodNamed("2026-07-31")).toMatchObject({ start: "2026-07-31", end: "2026-07-31" })
  })

  test("that means nothing is none", () => {
    for (const name of ["", "2025-W53", "2026-W00", "2026-Q5", "2026-H3", "2026-13", "2026-02-30", "26", "2026-", "20261", "heute"]) expect(periodNamed(name)).toBeNull()
  })

  test("of every run is understood", () => {
    fc.assert(fc.property(quarters, fc.constantFrom(...frequencies), (quarter, frequency) => {
      for (const run of periodsIn(quarter, frequency)) expect(periodNamed(run.name)).toEqual(run)
    }))
  })
})

describe("a fiscal year that begins with another month", () => {
  afterEach(() => fiscalYearBegins(1))

  it("is named after the calendar year in which it ends, and its months keep their names", () => {
    fiscalYearBegins(4)
    expect([quarterOf("2026-03-31"), quarterOf("2026-04-01"), quarterOf("2026-12-31"), fiscalYearOf("2026-04-01")]).toEqual(["2026-Q4", "2027-Q1", "2027-Q3", 2027])
    expect(quarterPeriod("2027-Q4")).toEqual({ name: "2027-Q4", start: "2027-01-01", end: "2027-03-31" })
    expect(periodsIn("2027-Q4", "yearly")).toEqual([{ name: "2027", start: "2026-04-01", end: "2027-03-31" }])
    expect(periodsIn("2027-Q2", "half-yearly")).toEqual([{ name: "2027-H1", start: "2026-04-01", end: "2026-09-30" }])
    expect(periodsIn("2027-Q1", "monthly").map(({ name }) => name)).toEqual(["2026-04", "2026-05", "2026-06"])
    expect(periodNamed("2027-H2")).toEqual({ name: "2027-H2", start: "2026-10-01", end: "2027-03-31" })
    expect(fiscalYearEnd(2027)).toBe("2027-03-31")
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])("from month %i on, every day belongs to one quarter, and quarters follow each other", (month) => {
    fiscalYearBegins(month)
    for (let day = "2025-11-29"; day < "2027-04-02"; day = addDays(day, 1)) {
      const { start, end } = quarterPeriod(quarterOf(day))
      expect(start <= day && day <= end).toBe(true)
      expect(quarterPeriod(quarterAfter(quarterOf(day))).start).toBe(addDays(end, 1))
      expect(quarterAfter(quarterBefore(quarterOf(day)))).toBe(quarterOf(day))
    }
  })
})
