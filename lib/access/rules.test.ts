import { expect, test } from "vitest"
import { browserOf, passwordErrors, plainRecoveryCode, shownRecoveryCode, tokenStanding } from "@/lib/access/rules"

const wrong = (password: string, again = password, email = "zhou.qiming@plant.example") => passwordErrors(password, again, email).map((error) => error.message)

test("a password of four unrelated words may be used", () => {
  expect(wrong("tide lantern copper nine")).toEqual([])
})

test.each([
  ["ten characters", "kite-9-sun", "kite-9-sun", []],
  ["nine characters", "kite9-sun", "kite9-sun", ["access.errors.passwordShort"]],
  ["one sign again and again", "aaaaaaaaaaaa", "aaaaaaaaaaaa", ["access.errors.passwordCommon"]],
  ["what everybody takes", "Password2026", "Password2026", ["access.errors.passwordCommon"]],
  ["one's own name", "zhou.qiming-2026", "zhou.qiming-2026", ["access.errors.passwordName"]],
  ["two that differ", "tide lantern copper", "tide lantern coppre", ["access.errors.passwordAgain"]],
])("%s", (_, password, again, expected) => {
  expect(wrong(password, again)).toEqual(expected)
})

test("a password beyond 200 characters is refused rather than cut", () => {
  expect(wrong("ab c1".repeat(41))).toEqual(["access.errors.passwordLong"])
})

test("a token is active until it expires or is revoked", () => {
  const now = new Date("2026-11-22T00:00:00Z")
  expect(tokenStanding({ revokedAt: null, expiresAt: new Date("2026-11-22T00:00:01Z") }, now)).toBe("active")
  expect(tokenStanding({ revokedAt: null, expiresAt: now }, now)).toBe("expired")
  expect(tokenStanding({ revokedAt: now, expiresAt: null }, now)).toBe("revoked")
})

test("a browser is named in a few words, and an unknown one not at all", () => {
  expect(browserOf("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")).toBe("Edge · Windows")
  expect(browserOf("curl/8.5")).toBeNull()
  expect(browserOf(null)).toBeNull()
})

test("a recovery code counts however it was typed", () => {
  expect(shownRecoveryCode("ABCDEFGHJKMNPQRS")).toBe("ABCD-EFGH-JKMN-PQRS")
  expect(plainRecoveryCode(" abcd-efgh jkmnpqrs ")).toBe("ABCDEFGHJKMNPQRS")
})
