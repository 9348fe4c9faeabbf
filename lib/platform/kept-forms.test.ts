import { expect, test } from "vitest"
import { keepForm, keptForm } from "./kept-forms"

const form = { refusal: { code: "invalid", message: "common.refusals.invalid" }, values: { note: "核对" } } as const

test("a refused form is there for its own person, for a quarter of an hour", () => {
  const id = keepForm("one", form, 0)
  expect(keptForm("one", id, 1000)).toEqual(form)
  expect(keptForm("other", id, 1000)).toBeNull()
  expect(keptForm(null, id, 1000)).toBeNull()
  expect(keptForm("one", id, 15 * 60_000 + 1)).toBeNull()
  expect(keptForm("one", "made-up", 0)).toBeNull()
})

test("never more than a few hundred are kept: the oldest go", () => {
  const first = keepForm("one", form, 0)
  const all = Array.from({ length: 400 }, () => keepForm("one", form, 1))
  expect(keptForm("one", first, 2)).toBeNull()
  expect(keptForm("one", all.at(-1), 2)).toEqual(form)
})
