import { expect, it } from "vitest"
import { roomsFor, standsIn } from "./navigation"

const keys = (...roles: Parameters<typeof roomsFor>[0]) => roomsFor(roles).map((room) => room.key)

it("an external auditor is offered the auditors' room alone", () => expect(keys("external-auditor")).toEqual(["releases"]))
it("only an administrator is offered the administration", () => {
  expect(keys("control-owner")).not.toContain("administration")
  expect(keys("administrator")).toContain("administration")
})
it("a page belongs to the room above it, not to one whose name begins alike", () => {
  expect(standsIn("/units/x", "/units")).toBe(true)
  expect(standsIn("/unitsx", "/units")).toBe(false)
  expect(standsIn("/units", "/")).toBe(false)
})
