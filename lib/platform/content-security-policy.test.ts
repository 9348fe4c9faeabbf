import { expect, it } from "vitest"
import { contentSecurityPolicy } from "./content-security-policy"

it("scripts run by nonce alone, and nothing is evaluated in production", () => {
  const policy = contentSecurityPolicy("abc", false)
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toMatch(/unsafe/)
  expect(policy).toContain("frame-ancestors 'none'")
})
