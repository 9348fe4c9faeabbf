import { z } from "zod"
import { expect, it } from "vitest"
import { invalid, keepable, valuesOf } from "./form"

it("what was typed goes back into the form, but never a password", () =>
  expect(keepable({ reason: "x", password: "p", newPassword: "q" })).toEqual({ reason: "x" }))

it("a name that comes twice or ends in brackets is a list", () => {
  const form = new FormData()
  form.append("ids[]", "a")
  form.append("kind", "x")
  form.append("kind", "y")
  form.append("$ACTION_KEY", "k")
  expect(valuesOf(form)).toEqual({ ids: ["a"], kind: ["x", "y"] })
})

it("a NUL, which the database could not keep, is left out", () => {
  const form = new FormData()
  form.append("title", "a\0b")
  expect(valuesOf(form)).toEqual({ title: "ab" })
})

it("a field left empty is missing, and not of a wrong form", () => {
  const parsed = z.object({ personId: z.uuid() }).safeParse({ personId: "" }, { reportInput: true })
  expect(parsed.success ? null : invalid(parsed.error).errors).toEqual([{ path: "personId", message: "common.errors.missing", params: undefined }])
})
