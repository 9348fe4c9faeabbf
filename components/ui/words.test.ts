import { expect, it } from "vitest"
import { compareWords } from "./words"

const side = (kind: "added" | "removed", before: string, after: string) =>
  compareWords(before, after).filter((piece) => piece.kind === "same" || piece.kind === kind).map(({ text }) => text).join("")

it("what stayed and went is the old text; what stayed and came is the new one", () => {
  const before = "财务部每月末与电网公司对账，差异在五日内查明。"
  const after = "财务部每月末五日内与电网公司对账，差异须查明原因。"
  expect(side("removed", before, after)).toBe(before)
  expect(side("added", before, after)).toBe(after)
})

it("equal texts are one piece", () => expect(compareWords("a b", "a b")).toEqual([{ text: "a b", kind: "same" }]))
