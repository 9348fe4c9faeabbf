import { afterEach, beforeEach, expect, test } from "vitest"
import { seal, unseal } from "./seal"

const before = process.env.KEYPOINT_AUTH_SECRET
beforeEach(() => {
  process.env.KEYPOINT_AUTH_SECRET = "only-for-tests-only-for-tests-only"
})
afterEach(() => {
  process.env.KEYPOINT_AUTH_SECRET = before
})

test("what is sealed opens for its owner, and looks different each time", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", "one")
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP")
  expect(seal("JBSWY3DPEHPK3PXP", "one")).not.toBe(sealed)
  expect(unseal(sealed, "one")).toBe("JBSWY3DPEHPK3PXP")
})

test("it does not open for another owner, when altered, or with another installation's secret", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", "one")
  expect(unseal(sealed, "two")).toBeNull()
  expect(unseal(`${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`, "one")).toBeNull()
  expect(unseal("", "one")).toBeNull()
  process.env.KEYPOINT_AUTH_SECRET = "another-installation-another-installation"
  expect(unseal(sealed, "one")).toBeNull()
})
