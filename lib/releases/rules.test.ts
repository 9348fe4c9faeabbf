import { describe, expect, test } from "vitest"
import { countsOf, type ScopeItem, split } from "@/lib/releases/rules"

const scope: ScopeItem[] = [
  { kind: "assessment", id: "a", label: "2026-Q3" },
  { kind: "test", id: "t", label: "3.1.1" },
  { kind: "deficiency", id: "d", label: "缺-2026-001" },
]

describe("a release", () => {
  test("names everything in scope", () => {
    expect(split(scope, new Set(), [])).toEqual({ ok: true, change: { released: scope, withheld: [] } })
  })

  test("names only what is not named yet", () => {
    const outcome = split(scope, new Set(["assessment:a", "test:t"]), [])
    expect(outcome).toMatchObject({ ok: true, change: { released: [{ id: "d" }], withheld: [] } })
  })

  test("holds back what is withheld", () => {
    expect(split(scope, new Set(), ["deficiency:d"])).toMatchObject({ ok: true, change: { released: [{ id: "a" }, { id: "t" }], withheld: [{ id: "d" }] } })
  })

  test.each([
    ["what is not in scope", scope, new Set<string>(), ["test:other"], "common.refusals.invalid"],
    ["an empty quarter", [], new Set<string>(), [], "releases.refusals.nothing"],
    ["when all is released", scope, new Set(["assessment:a", "test:t", "deficiency:d"]), [], "releases.refusals.nothingNew"],
    ["when the rest is withheld", scope, new Set(["assessment:a", "test:t"]), ["deficiency:d"], "releases.refusals.nothingNew"],
  ])("is refused for %s", (_what, items, already, withhold, message) => {
    expect(split(items, already, withhold)).toMatchObject({ ok: false, refusal: { message } })
  })
})

test("counts by kind, with zeros", () => {
  expect(countsOf(scope)).toEqual({ assessment: 1, test: 1, record: 0, deficiency: 1, statement: 0 })
})
