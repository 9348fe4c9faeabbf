import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isBelow, leastGrade, presumptions, thresholdsOf } from "./grading"

const basis = { profitBeforeTax: 1000, revenue: 10_000, assets: 30_000 }

describe("the year's thresholds", () => {
  it("material from the lowest of 5 % of profit, 1 % of revenue, 0.5 % of assets; significant from half", () => {
    expect(thresholdsOf(basis)).toEqual({ material: 50, significant: 25 })
    expect(thresholdsOf({ ...basis, profitBeforeTax: 10_000 })).toEqual({ material: 100, significant: 50 })
    expect(thresholdsOf({ ...basis, profitBeforeTax: 10_000, revenue: 100_000 })).toEqual({ material: 150, significant: 75 })
  })

  it("significant is 0.25 % of assets where assets are the lowest", () =>
    expect(thresholdsOf({ profitBeforeTax: 1e9, revenue: 1e9, assets: 400_000 }).significant).toBe(400_000 * 0.0025))

  it("with a loss or a profit below 1 % of revenue, the average takes its place, or revenue and assets alone", () => {
    expect(thresholdsOf({ ...basis, profitBeforeTax: -500 }).material).toBe(100)
    expect(thresholdsOf({ ...basis, profitBeforeTax: 99 }).material).toBe(100)
    expect(thresholdsOf({ ...basis, profitBeforeTax: 100 }).material).toBe(5)
    expect(thresholdsOf({ ...basis, profitBeforeTax: -500, averageProfit: 600 }).material).toBe(30)
    expect(thresholdsOf({ ...basis, profitBeforeTax: -500, averageProfit: 50 }).material).toBe(100)
  })
})

describe("likelihood × magnitude", () => {
  const thresholds = { material: 50, significant: 25 }
  it.each([
    ["probable", 50, "material-weakness"], ["reasonably-possible", 49.99, "significant-deficiency"], ["reasonably-possible", 25, "significant-deficiency"],
    ["probable", 24.99, "control-deficiency"], ["remote", 1_000_000, "control-deficiency"],
  ] as const)("%s and %d: at least a %s", (likelihood, magnitude, grade) => expect(leastGrade({ likelihood, magnitude, presumed: [] }, thresholds)).toBe(grade))

  it("each presumption makes a material weakness, of any size", () => {
    for (const presumed of presumptions) expect(leastGrade({ likelihood: "remote", magnitude: 0, presumed: [presumed] }, null)).toBe("material-weakness")
  })

  it("a greater magnitude never makes a lesser grade", () => {
    fc.assert(fc.property(fc.nat(200), fc.nat(200), (one, more) => {
      const grade = (magnitude: number) => leastGrade({ likelihood: "probable", magnitude, presumed: [] }, thresholds)
      expect(isBelow(grade(one + more), grade(one))).toBe(false)
    }))
  })
})
