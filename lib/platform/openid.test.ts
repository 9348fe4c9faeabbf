import { expect, test } from "vitest"
import { identityOf } from "./openid"

test("an address counts when the provider has checked it", () => {
  expect(identityOf({ sub: "7", email: " Zhou@Plant.Example ", email_verified: true })).toEqual({ email: "zhou@plant.example", verified: true, strong: false, signedInAt: null })
  expect(identityOf({ email: "zhou@plant.example", email_verified: "true" }).verified).toBe(true)
})

test.each([{ email_verified: false }, { email_verified: "false" }, {}])("an address with %j does not", (claims) => {
  expect(identityOf({ email: "zhou@plant.example", ...claims }).verified).toBe(false)
})

test("only a provider that says it asked for several factors spares ours", () => {
  expect(identityOf({ amr: ["pwd", "mfa"] }).strong).toBe(true)
  expect(identityOf({ amr: ["pwd", "otp"] }).strong).toBe(false)
  expect(identityOf({ amr: "mfa" }).strong).toBe(false)
})

test("claims of the wrong kind are no identity", () => {
  expect(() => identityOf({ email: ["zhou@plant.example"], email_verified: true })).toThrow("expected string")
})
