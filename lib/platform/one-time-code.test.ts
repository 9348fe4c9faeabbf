import { expect, test } from "vitest"
import { codeAddress, newCodeSecret, stepOfCode } from "./one-time-code"

// RFC 6238, appendix B: the secret "12345678901234567890"; of the eight digits there an app with six shows the last six.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

test.each([
  ["1970-01-01T00:00:59Z", "287082", 1],
  ["2005-03-18T01:58:29Z", "081804", 37037036],
  ["2033-05-18T03:33:20Z", "279037", 66666666],
])("at %s the code is that of RFC 6238", (at, code, step) => {
  expect(stepOfCode(secret, code, new Date(at))).toBe(step)
})

test("a clock may be half a minute off, and no more", () => {
  const step = (at: string) => stepOfCode(secret, "081804", new Date(at))
  expect(step("2005-03-18T01:57:45Z")).toBe(37037036)
  expect(step("2005-03-18T01:58:55Z")).toBe(37037036)
  expect(step("2005-03-18T01:59:31Z")).toBeNull()
  expect(step("2005-03-18T01:57:29Z")).toBeNull()
})

test("each secret is new and has 160 bits, and an app can read its address", () => {
  const [one, other] = [newCodeSecret(), newCodeSecret()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  expect(codeAddress(one, "owner@plant.example")).toBe(`otpauth://totp/Keypoint:owner%40plant.example?issuer=Keypoint&secret=${one}&algorithm=SHA1&digits=6&period=30`)
})
