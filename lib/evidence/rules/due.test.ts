import { expect, test } from "vitest"
import { plainCalendar } from "@/lib/platform/days"
import { dueOn, isLate, obligationsOf } from "./due"

const point = (frequency: string) => ({ pointId: "p", pointVersionId: "v", frequency })

test("a due day is the period's end and the unit's days of grace, as working days", () => {
  expect(dueOn("2026-07-31", 5, plainCalendar)).toBe("2026-08-07")
  expect(dueOn("2028-02-29", 3, plainCalendar)).toBe("2028-03-03")
  expect(dueOn("2026-12-31", 5, { holidays: new Set(["2027-01-01"]), workdays: new Set() })).toBe("2027-01-08")
})

test("a record on the due day is in time, a day later it is late", () => {
  expect([isLate("2026-08-07", "2026-08-07"), isLate("2026-08-08", "2026-08-07")]).toEqual([false, true])
})

test("December's record is due in January and belongs to the fourth quarter", () => {
  expect(obligationsOf([point("monthly")], "2026-Q4", 5, plainCalendar).at(-1)).toMatchObject({ period: "2026-12", quarter: "2026-Q4", dueOn: "2027-01-07" })
})

test("daily points owe a register a month; a yearly one owes nothing before the fourth quarter", () => {
  expect(obligationsOf([point("daily"), point("yearly")], "2026-Q2", 5, plainCalendar).map(({ kind, period }) => `${kind} ${period}`))
    .toEqual(["register 2026-04", "register 2026-05", "register 2026-06"])
})

test("a frequency that nobody knows is a fault, not an obligation", () => {
  expect(() => obligationsOf([point("fortnightly")], "2026-Q2", 5, plainCalendar)).toThrow("unknown frequency")
})
