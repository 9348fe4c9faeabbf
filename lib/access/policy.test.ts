import { expect, test } from "vitest"
import { mayAdminister, mayKeepSignIn, mayReadOutbox } from "@/lib/access/policy"
import { type Actor, type Role, seed } from "@/lib/platform/actor"

const plants = [
  { id: "hq", code: "HQ", kind: "company", name: { zh: "公司", en: "HQ" }, parentId: null },
  { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: "East" }, parentId: "hq" },
]
const holding = (role: Role, unitId: string): Actor => ({ ...seed, kind: "person", personId: "p", grants: [{ role, unitId }], units: plants })

test("an administrator of the company keeps the accounts of its plants", () => {
  expect(mayAdminister(holding("administrator", "hq"), { unitId: "east", grantedIn: [] }).allowed).toBe(true)
})

test("an administrator of one plant does not keep the company's accounts", () => {
  expect(mayAdminister(holding("administrator", "east"), { unitId: "hq", grantedIn: [] }).allowed).toBe(false)
})

test("an administrator of one plant does not keep the account of somebody of that plant who holds a role of the company", () => {
  const person = { unitId: "east", grantedIn: ["east", "hq"] }
  expect(mayAdminister(holding("administrator", "east"), person).allowed).toBe(false)
  expect(mayAdminister(holding("administrator", "hq"), person).allowed).toBe(true)
})

test("a finance lead neither keeps accounts nor reads the outbox, and is told who may", () => {
  const verdict = mayAdminister(holding("finance-lead", "hq"), { unitId: "east", grantedIn: [] })
  expect(verdict).toMatchObject({ allowed: false, refusal: { code: "not-allowed", who: ["administrator"] } })
  expect(mayReadOutbox(holding("finance-lead", "hq")).allowed).toBe(false)
  expect(mayReadOutbox(holding("administrator", "east")).allowed).toBe(true)
})

test("the administrator of a plant does not say how the company signs in", () => {
  expect(mayKeepSignIn(holding("administrator", "hq"), "hq").allowed).toBe(true)
  expect(mayKeepSignIn(holding("administrator", "east"), "hq").allowed).toBe(false)
  expect(mayKeepSignIn(holding("control-office", "hq"), "hq")).toMatchObject({ refusal: { who: ["administrator"] } })
})
