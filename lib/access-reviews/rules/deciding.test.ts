import { describe, expect, test } from "vitest"
import { deciding, isReviewable, type Line, progressOf, undecided } from "@/lib/access-reviews/rules/deciding"

const line = (changes: Partial<Line> = {}): Line => ({ id: "1", kind: "grant", personId: "p", from: "2026-01-01", to: null, warnings: [], decision: null, ...changes })
const wrong = (lines: Line[], input: Parameters<typeof deciding>[1]) => {
  const outcome = deciding(lines, input, "2026-07-10")
  return outcome.ok ? [] : (outcome.refusal.errors ?? []).map(({ path, message }) => `${path} ${message.split(".").at(-1)}`)
}
const input = (decision: "keep" | "withdraw" | "shorten", reason?: string, until?: string) => ({ decision, reason, until })

describe("a decision", () => {
  test("to keep needs a reason only against a warning", () => {
    expect(wrong([line()], input("keep"))).toEqual([])
    expect(wrong([line(), line({ warnings: ["unused"] })], input("keep"))).toEqual(["reason keepReason"])
    expect(wrong([line({ warnings: ["unused"] })], input("keep", "季末结账要用"))).toEqual([])
  })

  test("to withdraw always needs a reason", () => {
    expect(wrong([line()], input("withdraw"))).toEqual(["reason withdrawReason"])
    expect(wrong([line({ kind: "token" })], input("withdraw", "系统已停用"))).toEqual([])
  })

  test("to shorten needs a later day than today, earlier than the present last day", () => {
    expect(wrong([line()], input("shorten"))).toEqual(["until until"])
    expect(wrong([line()], input("shorten", undefined, "2026-07-10"))).toEqual(["until until"])
    expect(wrong([line({ to: "2026-08-01" })], input("shorten", undefined, "2026-08-01"))).toEqual(["until until"])
    expect(wrong([line({ to: "2026-08-01" })], input("shorten", undefined, "2026-07-31"))).toEqual([])
    expect(wrong([line({ kind: "holding" })], input("shorten", undefined, "2026-07-31"))).toEqual([])
  })

  test("cannot shorten a token, a deputy or an engagement", () => {
    for (const kind of ["token", "deputy", "engagement"]) expect(wrong([line({ kind })], input("shorten", undefined, "2026-07-31"))).toEqual(["decision notShortened"])
  })
})

test("only the present quarter and the one before are reviewed, across the year's end", () => {
  expect(["2026-Q3", "2026-Q2", "2026-Q1", "2026-Q4"].map((quarter) => isReviewable(quarter, "2026-07-01"))).toEqual([true, true, false, false])
  expect(isReviewable("2025-Q4", "2026-01-01")).toBe(true)
})

test("the runner's own lines wait for the second person", () => {
  const lines = [line({ id: "1", personId: "admin" }), line({ id: "2" }), line({ id: "3", decision: "keep" })]
  expect(undecided(lines, "admin").map(({ id }) => id)).toEqual(["2"])
  expect(undecided(lines, null).map(({ id }) => id)).toEqual(["1", "2"])
  expect(progressOf([...lines, line({ decision: "withdraw", warnings: ["leaver"] })])).toEqual({ lines: 4, decided: 2, warned: 1, keep: 1, withdraw: 1, shorten: 0 })
})
