import { describe, expect, test } from "vitest"
import { amendmentNumber, editionBefore, nextNumber, step, suggestedDay, takesEffect } from "./edition"

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

describe("an amendment", () => {
  test("counts on from the edition that it corrects, also when that is an amendment itself", () => {
    expect(amendmentNumber("2026-1", [])).toBe("2026-1.1")
    expect(amendmentNumber("2026-1.1", ["2026-1", "2026-1.1", "2026-10.4"])).toBe("2026-1.2")
  })
})

test("an edition is read against the one before it, a draft against the one published last", () => {
  const edition = (id: string, status: string, day: string | null) => ({ id, status, effectiveFrom: day === null ? null : new Date(day) })
  const [first, second, draft] = [edition("1", "superseded", "2026-01-01"), edition("2", "published", "2026-10-01"), edition("3", "draft", null)]
  expect(editionBefore(draft, [first, second, draft])?.id).toBe("2")
  expect(editionBefore(second, [first, second, draft])?.id).toBe("1")
  expect(editionBefore(first, [first, second, draft])).toBeUndefined()
})
