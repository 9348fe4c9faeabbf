import { expect, test } from "vitest"
import { beginning, ending, monthlyOf, positionsCalled, rolesApart, runsOn, runThrough, standingOf, succession, voiding } from "@/lib/units/rules"

const ann = { id: "a", personId: "ann", from: "2026-01-01", to: null }
const bob = { personId: "bob", from: "2026-04-01", seen: undefined }

test("an owner's last day is the day before the next one begins", () => {
  expect(runsOn({ from: "2026-01-01", to: "2026-04-01" }, "2026-03-31")).toBe(true)
  expect(runsOn({ from: "2026-01-01", to: "2026-04-01" }, "2026-04-01")).toBe(false)
})

test("spells run through some days where none of them is left out", () => {
  const through = (...spells: [string, string | null][]) => runThrough(spells.map(([from, to]) => ({ from, to })), "2026-08-03", "2026-08-14")
  expect(through(["2026-01-01", null])).toBe(true)
  expect(through(["2026-08-03", "2026-08-15"])).toBe(true)
  expect(through(["2026-08-03", "2026-08-14"])).toBe(false)
  expect(through(["2026-08-04", null])).toBe(false)
  expect(through(["2026-08-10", null], ["2026-08-01", "2026-08-10"])).toBe(true)
  expect(through(["2026-08-11", null], ["2026-08-01", "2026-08-10"])).toBe(false)
  expect(through()).toBe(false)
})

test("the next owner ends the present one", () => {
  expect(succession([ann], bob)).toEqual({ ok: true, change: { ends: ann, to: null } })
  expect(succession([], bob)).toEqual({ ok: true, change: { ends: null, to: null } })
  expect(succession([{ ...ann, from: "2026-07-01" }], { ...bob, untilLater: true })).toEqual({ ok: true, change: { ends: null, to: "2026-07-01" } })
})

test.each([
  ["the owner of today cannot be named again", [ann], { ...bob, personId: "ann" }, "conflict"],
  ["an owner already named from a later day stands in the way", [{ ...ann, from: "2026-07-01" }], bob, "conflict"],
  ["a gap that the page showed is filled by now", [ann], { ...bob, seen: "none" }, "stale-version"],
  ["another owner than the page showed", [ann], { ...bob, seen: "z" }, "stale-version"],
])("%s", (_, rows, next, code) => {
  expect(succession(rows, next)).toMatchObject({ ok: false, refusal: { code } })
})

test("nothing begins before today", () => {
  expect(beginning("2026-11-21", "2026-11-22")).toMatchObject({ ok: false, refusal: { code: "invalid" } })
  expect(beginning(undefined, "2026-11-22")).toEqual({ ok: true, change: "2026-11-22" })
  expect(beginning("2027-01-01", "2026-11-22")).toEqual({ ok: true, change: "2027-01-01" })
})

test("what ended does not end again, nor before it began", () => {
  expect(ending({ from: "2026-01-01", to: null }, undefined, "2026-11-22")).toEqual({ ok: true, change: "2026-11-22" })
  expect(ending({ from: "2027-01-01", to: null }, undefined, "2026-11-22")).toEqual({ ok: true, change: "2027-01-01" })
  expect(ending({ from: "2026-01-01", to: null }, "2025-12-31", "2026-11-22")).toMatchObject({ ok: false, refusal: { code: "invalid" } })
  expect(ending({ from: "2026-01-01", to: "2026-02-01" }, undefined, "2026-11-22")).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
})

test("a row is voided once", () => {
  expect(voiding({ voidedAt: null }).ok).toBe(true)
  expect(voiding({ voidedAt: new Date(0) })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
})

test("where a row stands on a day", () => {
  const row = { from: "2026-01-01", to: "2026-04-01", voidedAt: null }
  expect([standingOf(row, "2025-12-31"), standingOf(row, "2026-01-01"), standingOf(row, "2026-04-01"), standingOf({ ...row, voidedAt: new Date(0) }, "2026-01-01")])
    .toEqual(["coming", "standing", "past", "voided"])
})

test("an administrator is given no role that tests, grades or signs, and an outside auditor none inside", () => {
  expect(rolesApart(["administrator"], "tester")).toEqual(["administrator"])
  expect(rolesApart(["plant-manager", "control-owner"], "administrator")).toEqual(["plant-manager"])
  expect(rolesApart(["administrator"], "control-owner")).toEqual([])
  expect(rolesApart(["external-auditor"], "control-owner")).toEqual(["external-auditor"])
  expect(rolesApart(["external-auditor"], "external-auditor")).toEqual([])
})

test("a monthly point owes a record a month, a weekly one more than four, a yearly one a twelfth, a daily one a register", () => {
  expect(monthlyOf("monthly")).toBe(1)
  expect(monthlyOf("weekly")).toBeGreaterThan(4)
  expect(monthlyOf("yearly")).toBeCloseTo(1 / 12)
  expect(monthlyOf("daily")).toBe(1)
})

test("a position is found by its code or whole name alone, else by a part of either name", () => {
  const names = new Map([
    ["finance.cashier", { zh: "出纳", en: "Cashier" }], ["finance.head-cashier", { zh: "出纳主管", en: "Head cashier" }], ["hr.payroll", undefined],
  ])
  const called = (typed: string) => [...positionsCalled(typed, names)]
  expect(called("出纳")).toEqual(["finance.cashier"])
  expect(called("CASHIER")).toEqual(["finance.cashier"])
  expect(called("finance.cashier")).toEqual(["finance.cashier"])
  expect(called("纳")).toEqual(["finance.cashier", "finance.head-cashier"])
  expect(called("head")).toEqual(["finance.head-cashier"])
  expect(called("payroll")).toEqual(["hr.payroll"])
  expect(called("焊工")).toEqual([])
})
