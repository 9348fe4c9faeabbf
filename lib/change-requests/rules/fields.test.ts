import { expect, it } from "vitest"
import { revisePoint, reviseStep, same, wordingOfPoint, wordingOfStep } from "@/lib/change-requests/rules/fields"
import { frequencies } from "@/lib/platform/periods"
import { aChapter, aPoint } from "../../../tests/builders/handbook"

const known = { positions: [{ code: "hr.officer", department: "hr" }], frequencies }
const text = { zh: "新的文字", en: "New words" }

it("writes a text into its own field and nowhere else", () => {
  const point = aPoint("8.1.1.1")
  expect(revisePoint(point, "risk", text, known)).toEqual({ ok: true, change: { ...point, risk: text } })
  expect(revisePoint(point, "procedure", text, known)).toEqual({ ok: true, change: { ...point, operatingTest: { ...point.operatingTest, procedure: text } } })
})
it("brings the department along with a new owner position", () => {
  expect(revisePoint(aPoint("8.1.1.1"), "ownerPosition", { value: "hr.officer" }, known)).toMatchObject({ change: { ownerPosition: "hr.officer", department: "hr" } })
})
it("refuses a code that no list holds, and a field that is not to be changed", () => {
  expect(revisePoint(aPoint("8.1.1.1"), "frequency", { value: "hourly" }, known)).toMatchObject({ refusal: { errors: [{ path: "proposed" }] } })
  expect(revisePoint(aPoint("8.1.1.1"), "code", text, known)).toMatchObject({ refusal: { errors: [{ path: "field" }] } })
  expect(reviseStep({ ...(aChapter().steps[0] ?? never()) }, "position", { value: "nobody" }, known)).toMatchObject({ refusal: { errors: [{ path: "proposed" }] } })
})
it("finds what stands under a field, and when a proposal says the same", () => {
  const point = aPoint("8.1.1.1")
  expect(wordingOfPoint(point, "frequency")).toEqual({ value: "monthly" })
  expect(wordingOfPoint(point, "code")).toBeNull()
  expect(wordingOfStep(aChapter().steps[0] ?? never(), "position")).toEqual({ value: "finance.clerk" })
  expect(same({ zh: "甲", en: "A" }, { zh: "甲", en: null })).toBe(true)
  expect(same({ zh: "甲", en: "A" }, { zh: "甲", en: "B" })).toBe(false)
  expect(same({ value: "daily" }, { value: "daily" })).toBe(true)
})

function never(): never {
  throw new Error("the builder has a step")
}
