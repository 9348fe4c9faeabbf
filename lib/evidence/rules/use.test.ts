import { expect, test } from "vitest"
import { decide, mayBeCorrected, recordNumber, usesToCorrect } from "./use"

const use = (status: string, changes: { sealed?: boolean; newest?: boolean } = {}) => ({ status, sealed: false, newest: true, ...changes })

test("only what was submitted can be accepted or returned", () => {
  expect(decide(use("submitted"), "accept")).toEqual({ ok: true, change: "accepted" })
  expect(decide(use("submitted"), "return")).toEqual({ ok: true, change: "returned" })
  for (const status of ["accepted", "returned", "sealed"]) expect(decide(use(status), "accept")).toMatchObject({ refusal: { message: "evidence.refusals.decided" } })
})

test("what is sealed or replaced by a newer version cannot be decided or corrected", () => {
  expect(decide(use("submitted", { sealed: true }), "accept")).toMatchObject({ refusal: { message: "common.refusals.sealed" } })
  expect(decide(use("submitted", { newest: false }), "return")).toMatchObject({ refusal: { message: "evidence.refusals.superseded" } })
  expect(mayBeCorrected(use("returned", { sealed: true })).ok).toBe(false)
  expect(mayBeCorrected(use("returned", { newest: false })).ok).toBe(false)
})

test("a new version answers what was returned; where nothing was, all that is open", () => {
  const [accepted, returned, waiting] = [use("accepted"), use("returned"), use("submitted")]
  expect(usesToCorrect([accepted, returned, waiting])).toEqual([returned])
  expect(usesToCorrect([accepted, waiting, use("sealed", { sealed: true })])).toEqual([accepted, waiting])
  expect(usesToCorrect([use("sealed", { sealed: true })])).toEqual([])
})

test("a record's number tells its year", () => {
  expect(recordNumber("2026-11-22", 17)).toBe("证-2026-0017")
  expect(recordNumber("2026-11-22", 12345)).toBe("证-2026-12345")
})
