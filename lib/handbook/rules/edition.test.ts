import { expect, test } from "vitest"
import { nextNumber, step, suggestedDay, takesEffect } from "./edition"

test("an edition takes effect on a quarter's first day", () => {
  expect(takesEffect("2027-01-01", "2026-11-22", "2026-10-01").ok).toBe(true)
  for (const day of ["2027-01-02", "2027-02-01", "2026-12-31"]) expect(takesEffect(day, "2026-11-22", null).ok).toBe(false)
})

test("a first edition may begin in the past, a later one not before the running quarter", () => {
  expect(takesEffect("2026-01-01", "2026-11-22", null).ok).toBe(true)
  expect(takesEffect("2026-07-01", "2026-11-22", "2026-01-01").ok).toBe(false)
  expect(takesEffect("2026-10-01", "2026-11-22", "2026-01-01").ok).toBe(true)
})

test("a later edition takes effect later", () => {
  expect(takesEffect("2027-01-01", "2026-11-22", "2027-01-01").ok).toBe(false)
})

test("numbers count on within their year", () => {
  expect(nextNumber(2026, [])).toBe("2026-1")
  expect(nextNumber(2026, ["2026-2", "2025-7", "T-ab"])).toBe("2026-3")
})

test("only a draft is submitted, only one in review is published", () => {
  expect(step("draft", "submit-for-review")).toEqual({ ok: true, change: "in-review" })
  expect(step("draft", "publish").ok).toBe(false)
  expect(step("superseded", "publish").ok).toBe(false)
})

test("the day offered is one that would be taken", () => {
  expect(suggestedDay("2026-11-22", null)).toBe("2026-10-01")
  for (const [before, day] of [["2026-01-01", "2027-01-01"], ["2027-01-01", "2027-04-01"]] as const) {
    expect(suggestedDay("2026-11-22", before)).toBe(day)
    expect(takesEffect(day, "2026-11-22", before).ok).toBe(true)
  }
})
