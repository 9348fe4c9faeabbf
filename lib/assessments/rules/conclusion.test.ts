import { describe, expect, test } from "vitest"
import { conclusionOf, type Paper } from "./conclusion"
import type { JudgedSample } from "./exceptions"

const sample = (changes: Partial<JudgedSample> = {}): JudgedSample => ({ extension: false, evidence: "met", complete: true, failed: false, decision: null, ...changes })
const deviation = (nature: string) => sample({ failed: true, decision: { deviation: true, nature } })
const can = { possible: true, done: false }
const cannot = { possible: false, done: false }

describe("the conclusion", () => {
  const paper = (changes: Partial<Paper> = {}): Paper => ({ design: "effective", conformity: "same", populationSize: 3, occurrences: 0, samples: [sample()], requiredSamples: 1, extension: cannot, ...changes })
  const refusal = (changes: Partial<Paper>, wanted: "effective" | "ineffective" | "did-not-occur" = "effective") => {
    const outcome = conclusionOf(paper(changes), wanted)
    return outcome.ok ? outcome.change.conclusion : outcome.refusal.message.replace("assessments.refusals.", "")
  }
  test("a complete paper without deviation is effective", () => expect(refusal({})).toBe("effective"))
  test("each part must be there first", () => {
    expect(refusal({ design: null })).toBe("design-missing")
    expect(refusal({ conformity: null })).toBe("conformity-missing")
    expect(refusal({ populationSize: null })).toBe("population-missing")
    expect(refusal({ requiredSamples: 2 })).toBe("samples-missing")
    expect(refusal({ samples: [sample({ complete: false })] })).toBe("judgements-missing")
  })
  test("a failed design skips the operating test and raises a design deficiency", () => {
    expect(refusal({ design: "ineffective" })).toBe("design-failed")
    expect(conclusionOf(paper({ design: "ineffective", conformity: null, populationSize: null, samples: [] }), "ineffective")).toMatchObject({ change: { deficiency: "design" } })
  })
  test("an empty population did not occur, and a full one did", () => {
    expect(refusal({ populationSize: 0, samples: [] })).toBe("population-empty")
    expect(refusal({ populationSize: 0, samples: [] }, "did-not-occur")).toBe("did-not-occur")
    expect(refusal({ populationSize: 0, occurrences: 1, samples: [] }, "did-not-occur")).toBe("records-tell")
    expect(refusal({}, "did-not-occur")).toBe("did-occur")
  })
  test("without evidence, or by inquiry alone, a control is never effective", () => {
    expect(refusal({ samples: [sample({ evidence: "not-applicable" })] })).toBe("inquiry-alone")
    expect(refusal({ samples: [sample({ evidence: "not-met", failed: true, decision: { deviation: false, nature: null } })] })).toBe("no-evidence")
    expect(refusal({ samples: [sample({ evidence: null })] })).toBe("no-evidence")
  })
  test("a deviation is an operating deficiency", () => {
    expect(refusal({ samples: [deviation("systematic")] })).toBe("deviation-found")
    expect(conclusionOf(paper({ samples: [deviation("systematic")] }), "ineffective")).toMatchObject({ change: { deficiency: "operating" } })
  })
  test("random deviations that may extend are neither effective nor settled", () => expect(refusal({ samples: [deviation("random")], extension: can })).toBe("extend-or-fail"))
})
