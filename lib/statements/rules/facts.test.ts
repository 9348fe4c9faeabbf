import { expect, it } from "vitest"
import { changesBetween, testChangesBetween } from "./facts"
import type { StatementFacts } from "@/lib/statements/schema"

const facts = (unfinished: StatementFacts["unfinished"]): StatementFacts => ({
  applicable: 3, tested: 0, effective: 0, ineffective: 0, didNotOccur: 0, notDue: 0, unfinished,
  open: { "material-weakness": 0, "significant-deficiency": 0, "control-deficiency": 0, ungraded: 0 },
})

it("tells which unfinished tests got on, came or went, even where every count is the same", () => {
  const before = facts([{ code: "3.1.1.1", status: "assigned" }, { code: "3.1.1.2", status: "assigned" }, { code: "3.1.1.3", status: "concluded" }])
  const after = facts([{ code: "3.1.1.1", status: "concluded" }, { code: "3.1.1.2", status: "assigned" }, { code: "3.1.1.4", status: "unassigned" }])
  expect(changesBetween(before, after)).toEqual([])
  expect(testChangesBetween(before, after)).toEqual([
    { code: "3.1.1.1", before: "assigned", after: "concluded" },
    { code: "3.1.1.3", before: "concluded", after: null },
    { code: "3.1.1.4", before: null, after: "unassigned" },
  ])
  expect(testChangesBetween(before, before)).toEqual([])
})

it("does not say of the tests of a quarter opened since that they were finished before", () => {
  const planned = { ...facts([]), applicable: 0 }
  const opened = facts([{ code: "3.1.1.1", status: "unassigned" }])
  expect(changesBetween(planned, opened).map(({ fact }) => fact)).toEqual(["applicable", "unfinished"])
  expect(testChangesBetween(planned, opened)).toEqual([])
})
