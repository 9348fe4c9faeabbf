import { expect, it } from "vitest"
import { faultKey, standing } from "./faults"

const aspect = { path: "2.3", message: "handbook.errors.aspectMissing", params: { code: "2.3", aspect: "outcome" } }
const other = { ...aspect, params: { code: "2.3", aspect: "supervision" } }
const procedure = { path: "3.1.1.1", message: "handbook.errors.procedureMissing", params: { code: "3.1.1.1" } }

it("tells the aspects that an element lacks apart", () => {
  expect(faultKey(aspect)).toBe("aspectMissing 2.3 outcome")
  expect(faultKey(procedure)).toBe("procedureMissing 3.1.1.1")
})
it("lets only the waived fault pass", () => {
  expect(standing([aspect, other, procedure], [{ fault: faultKey(aspect), reason: "x" }])).toEqual([other, procedure])
})
