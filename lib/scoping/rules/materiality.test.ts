import fc from "fast-check"
import { expect, it } from "vitest"
import { materialityOf, type YearFigures } from "./materiality"

const figures = { profitBeforeTax: 1000, averageProfit: 600, revenue: 10_000, assets: 40_000 }
const amounts = (chosen: Parameters<typeof materialityOf>[0]) => {
  const outcome = materialityOf(chosen)
  return outcome.ok ? [outcome.change.amount, outcome.change.performance, outcome.change.trivial] : outcome.refusal.errors?.map(({ path, message }) => `${path} ${message.split(".").at(-1)}`)
}

it("is 5 % of profit before tax, with 75 % of it for performance and 5 % clearly trivial", () => expect(amounts({ figures, basis: "profit" })).toEqual([50, 37, 2]))
it("rests on revenue, assets or an average only with a reason", () => {
  expect(amounts({ figures, basis: "revenue" })).toEqual(["reason basisReason"])
  expect(amounts({ figures, basis: "revenue", reason: "利润波动" })).toEqual([100, 75, 5])
  expect(amounts({ figures, basis: "assets", reason: "基建期" })).toEqual([200, 150, 10])
  expect(amounts({ figures, basis: "average-profit" })).toEqual(["reason basisReason"])
})
it("does not rest on a loss or a profit below 1 % of revenue; the three-year average then needs no reason", () => {
  for (const profitBeforeTax of [-5, 0, 99]) {
    expect(amounts({ figures: { ...figures, profitBeforeTax }, basis: "profit" })).toEqual(["basis thin"])
    expect(amounts({ figures: { ...figures, profitBeforeTax }, basis: "average-profit" })).toEqual([30, 22, 1])
  }
  expect(amounts({ figures: { ...figures, averageProfit: 99 }, basis: "average-profit" })).toEqual(["basis thin"])
  expect(amounts({ figures: { ...figures, averageProfit: undefined }, basis: "average-profit" })).toEqual(["averageProfit averageMissing"])
})
it("asks for a reason above the usual percentages, and never lets the trivial reach performance", () => {
  expect(amounts({ figures, basis: "profit", percentage: 5.5 })).toEqual(["reason basisReason"])
  expect(amounts({ figures, basis: "profit", percentage: 5.5, reason: "董事会决议" })).toEqual([55, 41, 2])
  expect(amounts({ figures, basis: "profit", performancePercentage: 86 })).toEqual(["reason basisReason"])
  expect(amounts({ figures, basis: "profit", trivialPercentage: 75 })).toEqual(["trivialPercentage trivialTooHigh"])
})
it("never exceeds its percentage of the figure, and keeps trivial below performance below materiality", () => {
  fc.assert(fc.property(fc.integer({ min: 1_000, max: 1e12 }), fc.integer({ min: 1, max: 500 }), (profitBeforeTax, hundredths) => {
    const year: YearFigures = { profitBeforeTax, revenue: profitBeforeTax, assets: 1 }
    const outcome = materialityOf({ figures: year, basis: "profit", percentage: hundredths / 100 })
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const { amount, performance, trivial } = outcome.change
    expect(amount).toBe(Number((BigInt(profitBeforeTax) * BigInt(hundredths)) / 10_000n))
    expect(trivial <= performance && performance <= amount).toBe(true)
  }))
})
