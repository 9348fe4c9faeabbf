import { expect, it } from "vitest"
import { missingTakers, partingHash, takersByKind, takersOf } from "@/lib/handovers/rules/parting"

const items = [
  { kind: "point", subjectId: "p1", code: "1.1.1.1", takerPersonId: "ann" },
  { kind: "point", subjectId: "p2", code: "1.1.1.2", takerPersonId: "bob" },
  { kind: "test", subjectId: "t1", code: "2.1.1.1", takerPersonId: "ann" },
]

it("a taker signs once, however much they take", () => expect(takersOf(items)).toEqual(["ann", "bob"]))
it("waits for every taker, whoever signed first", () => {
  expect(missingTakers(items, [{ kind: "take-over", personId: "bob", signedBy: "bob" }, { kind: "hand-over", personId: "ann", signedBy: "ann" }])).toEqual(["ann"])
})
it("each kind passes to its own takers", () => expect([...takersByKind(items, "test")]).toEqual([["t1", "ann"]]))
it("what is signed is the same number in any order, and another with another taker", () => {
  const handover = { number: "交-2026-001", personId: "x", leavesOn: "2026-12-01", items }
  expect(partingHash({ ...handover, items: items.toReversed() })).toBe(partingHash(handover))
  expect(partingHash({ ...handover, items: items.map((item) => ({ ...item, takerPersonId: "bob" })) })).not.toBe(partingHash(handover))
})
