import { expect, it } from "vitest"
import { mayAnswer, mayFile, mayJudge } from "@/lib/change-requests/policy"
import type { Actor, Role } from "@/lib/platform/actor"

const unitId = "10000000-0000-7000-8000-000000000001"
const person = (personId: string, ...roles: Role[]): Actor => ({
  kind: "person", personId, name: { zh: "某", en: null }, email: "", language: "en", homeUnitId: unitId, grants: roles.map((role) => ({ unitId, role })),
  units: [{ id: unitId, code: "E", kind: "coal", name: { zh: "东厂", en: null }, parentId: null }], audience: ["operating"], demo: false,
})
const request = { unitId, filedBy: "ann" }

it("a control owner proposes a change, an administrator and an external auditor do not", () => {
  expect(mayFile(person("ann", "control-owner"), unitId).allowed).toBe(true)
  expect(mayFile(person("ann", "administrator"), unitId).allowed).toBe(false)
  expect(mayFile(person("ann", "external-auditor"), unitId).allowed).toBe(false)
})
it("the company control office judges, nobody else does", () => {
  expect(mayJudge(person("bob", "control-office"), request).allowed).toBe(true)
  expect(mayJudge(person("bob", "finance-lead"), request)).toMatchObject({ refusal: { code: "not-allowed", who: ["control-office"] } })
})
it("nobody judges their own request", () => {
  expect(mayJudge(person("ann", "control-office"), request)).toMatchObject({ refusal: { code: "separation-of-duties" } })
})
it("who filed it answers, or the unit's finance lead", () => {
  expect(mayAnswer(person("ann"), request).allowed).toBe(true)
  expect(mayAnswer(person("bob", "finance-lead"), request).allowed).toBe(true)
  expect(mayAnswer(person("bob", "control-owner"), request).allowed).toBe(false)
})
