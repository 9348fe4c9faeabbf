import { expect, test } from "vitest"
import { aChapter, aHandbook, aPoint } from "@/tests/builders/handbook"
import { compare, differs, totals } from "./difference"

test("the same content does not differ", () => {
  expect(differs(compare(aHandbook(), aHandbook()))).toBe(false)
})

test("what came, went and changed is counted, with the fields that changed", () => {
  const after = aHandbook({ chapters: [aChapter([aPoint("8.1.1.1", { principle: 12 }), aPoint("8.1.1.3")])] })
  const difference = compare(aHandbook(), after)
  expect(difference.changes).toEqual([
    { part: "points", code: "8.1.1.1", kind: "changed", fields: ["principle"] },
    { part: "points", code: "8.1.1.3", kind: "added", fields: [] },
    { part: "points", code: "8.1.1.2", kind: "removed", fields: [] },
  ])
  expect(totals(difference)).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 4 })
})

test("against nothing, all is added", () => {
  expect(totals(compare(null, aHandbook()))).toEqual({ added: 6, changed: 0, removed: 0, unchanged: 0 })
})

test("the same points in another order differ", () => {
  const [one, two] = [aPoint("8.1.1.1"), aPoint("8.1.1.2")]
  expect(differs(compare(aHandbook({ chapters: [aChapter([one, two])] }), aHandbook({ chapters: [aChapter([two, one])] })))).toBe(true)
})
