import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { frequencies } from "@/lib/platform/periods"
import { bandOf, estimateYear, extensionSize, quarterSize, yearSize } from "./sizes"

const of = (frequency: string, yearCount = 0, nature = "manual") => bandOf({ frequency, nature, yearCount })

describe("the year's samples", () => {
  test.each([
    ["yearly", 1, 1], ["half-yearly", 2, 2], ["quarterly", 2, 2], ["monthly", 2, 5], ["weekly", 5, 15], ["daily", 20, 40], ["many-daily", 25, 60],
  ])("%s: %i to %i", (frequency, minimum, maximum) => expect(of(frequency)).toMatchObject({ minimum, maximum }))

  test.each([[0, 1, 1], [1, 1, 1], [2, 2, 2], [4, 2, 2], [4.2, 2, 5], [12, 2, 5], [13, 5, 15], [52, 5, 15], [53, 6, 11], [101, 11, 21], [249, 25, 40], [250, 20, 40], [365, 20, 40], [366, 25, 60]])(
    "on occurrence, %d a year: %i to %i", (count, minimum, maximum) => expect(of("on-occurrence", count)).toMatchObject({ minimum, maximum }))

  test("an automated point needs one, whatever its frequency", () => {
    for (const frequency of frequencies) expect(of(frequency, 300, "automated")).toEqual({ minimum: 1, maximum: 1, extends: "no" })
  })

  test("the year's count is estimated from the quarters so far, rounding up", () => {
    expect(estimateYear([])).toBe(0)
    expect(estimateYear([7])).toBe(28)
    expect(estimateYear([1, 0, 1])).toBe(3)
  })

  test("a high risk or an earlier deficiency takes the upper end", () => {
    expect(yearSize({ frequency: "weekly", nature: "manual", yearCount: 0, strict: true })).toBe(15)
  })
})

describe("a quarter's share", () => {
  const plan = { nature: "manual", yearCount: 0, strict: false, population: 1000 }

  test("a daily point: five a quarter; what was not drawn is made up", () => {
    const share = (quarter: string, earlier: number) => quarterSize({ ...plan, frequency: "daily", quarter, earlier })
    expect([share("2026-Q1", 0), share("2026-Q2", 5), share("2026-Q3", 10), share("2026-Q4", 15)]).toEqual([5, 5, 5, 5])
    expect(share("2026-Q4", 3)).toBe(17)
  })

  test("a half-yearly point has its samples where it runs", () => {
    expect(quarterSize({ ...plan, frequency: "half-yearly", quarter: "2026-Q2", earlier: 0 })).toBe(1)
    expect(quarterSize({ ...plan, frequency: "half-yearly", quarter: "2026-Q4", earlier: 1 })).toBe(1)
  })

  test("law: at least one where it ran, never more than there are, and the four quarters reach the year's minimum", () => {
    fc.assert(fc.property(fc.constantFrom("quarterly", "monthly", "weekly", "daily", "many-daily"), fc.boolean(), fc.integer({ min: 60, max: 400 }), (frequency, strict, population) => {
      let earlier = 0
      for (const quarter of ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]) {
        const size = quarterSize({ frequency, nature: "manual", yearCount: 0, strict, quarter, earlier, population })
        expect(size).toBeGreaterThanOrEqual(1)
        expect(size).toBeLessThanOrEqual(population)
        earlier += size
      }
      expect(earlier).toBeGreaterThanOrEqual(yearSize({ frequency, nature: "manual", yearCount: 0, strict }))
    }))
  })
})

test("only daily and more frequent points extend, to forty, and not from the upper end", () => {
  const extra = (frequency: string, strict = false, yearCount = 0) => extensionSize({ frequency, nature: "manual", yearCount, strict })
  expect([extra("daily"), extra("many-daily"), extra("weekly"), extra("monthly"), extra("daily", true), extra("many-daily", true)]).toEqual([20, 15, 0, 0, 0, 0])
  expect([extra("on-occurrence", false, 260), extra("on-occurrence", false, 100)]).toEqual([20, 0])
})
