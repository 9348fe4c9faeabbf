import { expect, it } from "vitest"
import { gapsOf, type Scoped, warningsOf } from "./gaps"
import { materialityOf } from "./materiality"

const outcome = materialityOf({ figures: { profitBeforeTax: 1000, revenue: 10_000, assets: 1 }, basis: "profit" })
const whole: Scoped = {
  year: 2026, materiality: outcome.ok ? outcome.change : null, undecided: [], inScope: new Set(["east"]), unknownCodes: [],
  accounts: [{ id: "a", name: "收入", ground: "quantitative", amount: 500, processes: ["3.1"], shares: { east: 100 } }],
  risks: [{ name: "虚增收入", points: ["3.1.1.1"] }], providers: [{ name: "共享中心", report: "type-2", periodTo: "2026-12-31" }],
}
const [account] = whole.accounts
const keys = (changes: Partial<Scoped>) => gapsOf({ ...whole, ...changes }).map(({ key }) => key)
const warned = (changes: Partial<Scoped>) => warningsOf({ ...whole, ...changes }).map(({ key }) => key)

it("a whole scope lacks nothing and warns of nothing", () => expect([keys({}), warned({})]).toEqual([[], []]))
it("lacks materiality, accounts or fraud risks", () => {
  expect(keys({ materiality: null })).toEqual(["materiality"])
  expect(keys({ accounts: [] })).toEqual(["accounts"])
  expect(keys({ risks: [] })).toEqual(["risks"])
})
it("lacks a decision on a unit, or names a code that the edition does not hold", () => expect(keys({ undecided: ["WEST"], unknownCodes: ["3.99"] })).toEqual(["undecided", "codes"]))
it("has an account without a process, at no unit in scope, or below performance materiality", () => {
  const changed = (changes: object) => (account ? [{ ...account, ...changes }] : [])
  expect(keys({ accounts: changed({ processes: [] }) })).toEqual(["process"])
  expect(keys({ inScope: new Set() })).toEqual(["uncovered"])
  expect(keys({ accounts: changed({ amount: 36 }) })).toEqual(["below"])
  expect(keys({ accounts: changed({ amount: 36, ground: "qualitative" }) })).toEqual([])
  expect(warned({ accounts: changed({ shares: { east: 90 } }) })).toEqual(["unplaced"])
})
it("warns of a fraud risk that no point answers", () => expect(warned({ risks: [{ name: "虚增收入", points: [] }] })).toEqual(["unanswered"]))
it("warns of a provider without a report, or with one that ends before the year does", () => {
  expect(warned({ providers: [{ name: "甲", report: "none", periodTo: null }] })).toEqual(["unreported"])
  expect(warned({ providers: [{ name: "甲", report: "type-2", periodTo: "2026-09-30" }, { name: "乙", report: "type-1", periodTo: null }] })).toEqual(["endsEarly", "endsEarly"])
})
