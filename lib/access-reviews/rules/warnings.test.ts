import { expect, test } from "vitest"
import { unusedDays, warningsOf } from "@/lib/access-reviews/rules/warnings"

const now = new Date("2026-07-10T02:00:00Z")
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const access = { kind: "grant" as const, since: ago(400), lastUsedAt: ago(1), leaver: false, lacksFactor: false, conflicts: [] }

test("an access that is used, apart and protected bears no warning", () => expect(warningsOf(access, now)).toEqual([]))

test("ninety days without use are not yet too many, a day more is", () => {
  expect(warningsOf({ ...access, lastUsedAt: ago(unusedDays) }, now)).toEqual([])
  expect(warningsOf({ ...access, lastUsedAt: ago(unusedDays + 1) }, now)).toEqual(["unused"])
  expect(warningsOf({ ...access, lastUsedAt: null }, now)).toEqual(["unused"])
})

test("what was given lately need not have been used; an engagement is not used by itself", () => {
  expect(warningsOf({ ...access, since: ago(10), lastUsedAt: null }, now)).toEqual([])
  expect(warningsOf({ ...access, kind: "engagement", lastUsedAt: null }, now)).toEqual([])
})

test("conflicting duties and a missing second factor are the role's, leaving is everybody's", () => {
  const bad = { ...access, conflicts: ["ownTest"], leaver: true, lacksFactor: true }
  expect(warningsOf(bad, now)).toEqual(["conflict", "leaver", "no-second-factor"])
  expect(warningsOf({ ...bad, kind: "token" }, now)).toEqual(["leaver"])
})
