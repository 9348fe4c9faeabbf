import fc from "fast-check"
import { expect, it } from "vitest"
import { coverageOf, placed, totalCoverage } from "./coverage"

const account = (id: string, amount: number, shares: Record<string, number>) => ({ id, amount, shares })

it("counts what lies at units in scope, at units left out, and at none", () =>
  expect(coverageOf(account("a", 200, { east: 50, north: 30.3 }), new Set(["east"]))).toEqual({ covered: 50, leftOut: 30.3, unplaced: 19.7, coveredAmount: 100 }))
it("weighs the accounts by their amounts in total", () => {
  expect(totalCoverage([account("a", 300, { east: 100 }), account("b", 100, { north: 100 })], new Set(["east"]))).toEqual({ amount: 400, coveredAmount: 300, covered: 75 })
  expect(totalCoverage([], new Set())).toBeNull()
})
it("covered, left out and unplaced are always the whole", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 10 }), fc.nat(1023), (hundredths, mask) => {
    const shares = Object.fromEntries(hundredths.map((share, index) => [`u${index}`, share / 100]))
    const { covered, leftOut, unplaced } = coverageOf(account("a", 1, shares), new Set(hundredths.map((_, index) => `u${index}`).filter((_, index) => mask & (1 << index))))
    expect(covered + leftOut + unplaced).toBeCloseTo(100, 6)
    expect(covered + leftOut).toBeCloseTo(placed(shares), 6)
  }))
})
