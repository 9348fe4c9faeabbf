import { isCommon } from "@/lib/platform/common-passwords"
import type { FieldError } from "@/lib/platform/refusal"

/** Failed tries in a window, after which the same asker has to wait (domain.md, "Always": a clear message). */
export const limits = {
  window: "15 minutes",
  /** How long a good try makes a device known for an account. */
  memory: "30 days",
  /** Codes of one person from everywhere: only who knows the password gets as far. */
  codes: 30,
  /** One account from one address, or from a device that knows it: nobody locks out the account's owner elsewhere. */
  account: 5,
  /** Failures of one address, after which each account has one free try from there: a whole plant may sit behind it, and guessing at many accounts stays slow. */
  address: 100,
} as const

/** Tries of one account from a place before it has to wait: fewer where many have failed, and never none, so that the right password is always heard. */
export function freeTries(failedHere: number): number {
  return failedHere < limits.address ? limits.account : 1
}

export const shortest = 10
export const longest = 200

/** Hours for which a one-time link holds. */
export const linkHours = { made: 72, mailed: 2 } as const

/** What the administrator may set (domain.md gives the first of each as the default). */
export const sessionLimits = { idleMinutes: [480, 15, 30, 60, 120, 240, 720], absoluteHours: [168, 8, 12, 24, 72] } as const

/** What speaks against a new password; nothing when it may be used. Length counts, kinds of signs do not (NIST SP 800-63B). */
export function passwordErrors(password: string, passwordAgain: string, email: string): FieldError[] {
  const plain = password.toLowerCase()
  const name = email.split("@")[0] ?? ""
  if (password.length < shortest) return [{ path: "password", message: "access.errors.passwordShort", params: { minimum: shortest } }]
  if (password.length > longest) return [{ path: "password", message: "access.errors.passwordLong", params: { maximum: longest } }]
  if (new Set(plain).size < 4 || isCommon(password)) return [{ path: "password", message: "access.errors.passwordCommon" }]
  if (name.length > 3 && plain.includes(name)) return [{ path: "password", message: "access.errors.passwordName" }]
  return password === passwordAgain ? [] : [{ path: "passwordAgain", message: "access.errors.passwordAgain" }]
}

/** Whether a sign-in at the provider came after we asked for it (both in seconds; clocks may differ by half a minute). One that it does not tell the time of is not known to be new. */
export function provedNow(signedInAt: number | null, begun: number): boolean {
  return signedInAt !== null && signedInAt >= begun - 30
}

/** What somebody who gave the right password must still do: give a second factor, or set one up. */
export type Awaiting = "code" | "enrolment"

/** How many second factors a person has; recovery codes stand in for them and are none. */
export function factorsOf(factor: { code: Date | null; passkeys: readonly unknown[] }): number {
  return (factor.code ? 1 : 0) + factor.passkeys.length
}

/** A recovery code as it is kept, however it was typed: 16 letters and digits in any case, with or without hyphens. */
export function plainRecoveryCode(given: string): string {
  return given.toUpperCase().replaceAll(/[^A-Z0-9]/g, "")
}

/** A recovery code as it is shown, in groups of four. */
export function shownRecoveryCode(plain: string): string {
  return plain.match(/.{1,4}/g)?.join("-") ?? ""
}

/** Whether one administrator's wish to remove a second factor has waited for another longer than seven days. */
export function removalLapsed(requestedAt: Date, now: Date): boolean {
  return now.getTime() - requestedAt.getTime() > 7 * 86_400_000
}

export type TokenStanding = "active" | "revoked" | "expired"

/** Whether a token still works. */
export function tokenStanding(token: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): TokenStanding {
  if (token.revokedAt) return "revoked"
  return token.expiresAt && token.expiresAt <= now ? "expired" : "active"
}

/** Browser and system in a few words, from what the browser says of itself; null when it says nothing known. */
export function browserOf(agent: string | null): string | null {
  const first = (known: readonly [RegExp, string][]) => known.find(([sign]) => sign.test(agent ?? ""))?.[1]
  const parts = [first(browsers), first(systems)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(" · ") : null
}

const browsers = [
  [/MicroMessenger|wxwork/, "WeChat"], [/Edg\//, "Edge"], [/Firefox\//, "Firefox"], [/Chrom(e|ium)\//, "Chrome"], [/Safari\//, "Safari"],
] as const satisfies readonly [RegExp, string][]
const systems = [
  [/Android/, "Android"], [/iPhone|iPad/, "iOS"], [/Windows/, "Windows"], [/Mac OS/, "macOS"], [/Linux/, "Linux"],
] as const satisfies readonly [RegExp, string][]
