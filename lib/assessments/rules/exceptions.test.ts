import { describe, expect, test } from "vitest"
import { findingOf, type JudgedSample } from "./exceptions"

const sample = (changes: Partial<JudgedSample> = {}): JudgedSample => ({ extension: false, evidence: "met", complete: true, failed: false, decision: null, ...changes })
const deviation = (nature: string, extension = false) => sample({ extension, failed: true, decision: { deviation: true, nature } })
const can = { possible: true, done: false }
const cannot = { possible: false, done: false }

describe("the decision tree", () => {
  test("nothing failed is clean, and so is what was decided to be no deviation", () => {
    expect(findingOf([sample(), sample({ failed: true, decision: { deviation: false, nature: null } })], can)).toBe("clean")
  })
  test("an unjudged sample is incomplete, an undecided exception undecided", () => {
    expect(findingOf([], can)).toBe("incomplete")
    expect(findingOf([sample(), sample({ complete: false })], can)).toBe("incomplete")
    expect(findingOf([sample({ failed: true })], can)).toBe("undecided")
  })
  test("a systematic or deliberate deviation is a deficiency at once", () => {
    for (const nature of ["systematic", "deliberate"]) expect(findingOf([deviation(nature), deviation("random")], can)).toBe("deficiency")
  })
  test("random deviations may extend where the frequency allows it, and are a deficiency elsewhere", () => {
    expect(findingOf([deviation("random")], can)).toBe("may-extend")
    expect(findingOf([deviation("random")], cannot)).toBe("deficiency")
  })
  test("after extending, a new deviation is a deficiency and none is clean", () => {
    const done = { possible: false, done: true }
    expect(findingOf([deviation("random"), sample({ extension: true })], done)).toBe("clean")
    expect(findingOf([deviation("random"), deviation("random", true)], done)).toBe("deficiency")
  })
})
