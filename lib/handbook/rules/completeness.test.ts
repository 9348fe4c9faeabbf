import { expect, test } from "vitest"
import { aChapter, aHandbook, aPoint } from "@/tests/builders/handbook"
import { aspects } from "@/lib/handbook/schema/values"
import { faultsOf } from "./completeness"

const element = (count: number) => {
  const points = Array.from({ length: count }, (_, index) => aPoint(`2.1.${index + 1}`, { step: null, aspect: aspects[Math.min(index, 4)] ?? null }))
  return aHandbook({ chapters: [{ ...aChapter(points), steps: [], node: { ...aChapter().node, code: "2.1", kind: "soft-element" } }] })
}

test("a complete handbook has no faults", () => {
  expect(faultsOf(aHandbook())).toEqual([])
})

test("an element of six points lacks an aspect, one of five may", () => {
  expect(faultsOf(element(6))).toEqual([{ path: "2.1", message: "handbook.errors.aspectMissing", params: { code: "2.1", aspect: "outcome" } }])
  expect(faultsOf(element(5))).toEqual([])
})

test("a step without a position and a point without its test are faults", () => {
  const chapter = aChapter([aPoint("8.1.1.1", { operatingTest: { ...aPoint("8.1.1.1").operatingTest, attributes: [] } })])
  const faults = faultsOf(aHandbook({ chapters: [{ ...chapter, steps: chapter.steps.map((step) => ({ ...step, position: "" })) }] }))
  expect(faults.map(({ message }) => message)).toEqual(["handbook.errors.positionMissing", "handbook.errors.procedureMissing"])
})
