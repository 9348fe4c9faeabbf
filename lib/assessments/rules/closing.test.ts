import { expect, test } from "vitest"
import { type ClosingLine, mayCloseNow, mayStartReview } from "./closing"
import { dueIn } from "./due"
import { factsOf } from "./standing"

const line = (changes: Partial<ClosingLine> = {}): ClosingLine => ({ code: "3.1.1.1", status: "signed-off", quarter: "2026-Q3", frequency: "monthly", conclusion: "effective", disputed: false, ...changes })
const notDue = line({ code: "3.1.1.2", status: "unassigned", frequency: "yearly", conclusion: null })

test("a yearly point is not due before the fourth quarter, which is named; half-yearly ones run in the second and fourth", () => {
  expect(dueIn("2026-Q2", "yearly")).toEqual({ due: false, runs: "2026-Q4" })
  expect(dueIn("2026-Q4", "yearly")).toEqual({ due: true })
  expect(dueIn("2026-Q3", "half-yearly")).toEqual({ due: false, runs: "2026-Q4" })
  expect(dueIn("2026-Q1", "on-occurrence")).toEqual({ due: true })
})

test("lines that are not due need no paper to close", () => expect(mayCloseNow([line(), notDue])).toEqual({ ok: true, change: null }))

test("a due paper that is not signed off blocks closing and is named", () => {
  for (const status of ["unassigned", "assigned", "in-progress", "concluded", "reviewed"]) {
    expect(mayCloseNow([line(), line({ code: "3.1.2.1", status })])).toMatchObject({ refusal: { code: "wrong-state", params: { count: 1, codes: "3.1.2.1" } } })
  }
})

test("an open disagreement blocks closing", () => expect(mayCloseNow([line({ disputed: true })])).toMatchObject({ refusal: { message: "assessments.refusals.disagreements-open" } }))

test("review starts when every due paper has its conclusion", () => {
  expect(mayStartReview([line({ status: "concluded" }), line(), notDue])).toMatchObject({ ok: true })
  expect(mayStartReview([line({ status: "in-progress" })])).toMatchObject({ ok: false })
})

test("the facts add up: applicable = effective + ineffective + did not occur + not due + unfinished", () => {
  const lines = [line(), line({ conclusion: "ineffective", status: "reviewed" }), line({ conclusion: "did-not-occur" }), notDue, line({ status: "concluded" }), line({ status: "sealed" })]
  expect(factsOf(lines)).toEqual({ applicable: 6, tested: 4, effective: 2, ineffective: 1, didNotOccur: 1, notDue: 1 })
})
