import { expect, test } from "vitest"
import { inTree } from "@/lib/platform/tree"

test("units stand under their parents; one whose parent is not reached stands at the top", () => {
  const rows = [{ id: "b", parentId: "a" }, { id: "a", parentId: "elsewhere" }, { id: "c", parentId: "b" }, { id: "d", parentId: "a" }]
  expect(inTree(rows).map((row) => [row.id, row.depth])).toEqual([["a", 0], ["b", 1], ["c", 2], ["d", 1]])
})
