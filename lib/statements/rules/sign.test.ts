import { describe, expect, test } from "vitest"
import { factsHash } from "@/lib/statements/rules/facts"
import { declare } from "@/lib/statements/rules/sign"
import type { StatementFacts } from "@/lib/statements/schema"

const facts: StatementFacts = {
  applicable: 10, tested: 8, effective: 7, ineffective: 1, didNotOccur: 0, notDue: 1, unfinished: [{ code: "3.1.2", status: "in-progress" }],
  open: { "control-deficiency": 1, "significant-deficiency": 0, "material-weakness": 0, ungraded: 0 },
}
const input = { factsHash: factsHash(facts), exceptions: "", declared: true, unfinished: "等待回函。" }

describe("what the signer declares", () => {
  test("passes when the facts are those that were read and unfinished tests are declared", () => {
    expect(declare(facts, facts, input)).toEqual({ ok: true, change: { exceptions: "", unfinished: "等待回函。" } })
  })

  test("is refused with every change when the facts have moved on", () => {
    const now = { ...facts, tested: 9, unfinished: [] }
    expect(declare(facts, now, input)).toMatchObject({
      ok: false,
      refusal: { code: "stale-version", errors: [{ params: { before: 8, after: 9 } }, { message: "statements.errors.changed.unfinished", params: { before: 1, after: 0 } }] },
    })
  })

  test("is refused when another test is unfinished than the one that was read, though the count is the same", () => {
    const now = { ...facts, unfinished: [{ code: "3.1.9", status: "assigned" }] }
    expect(declare(facts, now, input)).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
  })

  test.each([
    [{ declared: false }, ["declared"]],
    [{ unfinished: "" }, ["unfinished"]],
    [{ declared: false, unfinished: "" }, ["declared", "unfinished"]],
  ])("with unfinished tests needs the tick and the words: %j", (missing, paths) => {
    const outcome = declare(facts, facts, { ...input, ...missing })
    expect(outcome.ok ? [] : outcome.refusal.errors?.map(({ path }) => path)).toEqual(paths)
  })

  test("needs no declaration when everything is finished, and keeps none", () => {
    const done = { ...facts, unfinished: [] }
    expect(declare(done, done, { ...input, factsHash: factsHash(done), declared: false })).toEqual({ ok: true, change: { exceptions: "", unfinished: "" } })
  })
})

test("the order of keys does not change the hash of the facts, a number does", () => {
  const { open, ...rest } = facts
  expect(factsHash({ open, ...rest })).toBe(factsHash(facts))
  expect(factsHash({ ...facts, tested: 9 })).not.toBe(factsHash(facts))
})
