import { expect, it } from "vitest"
import { mayConduct, maySignFor, maySupervise, type HandoverCase } from "@/lib/handovers/policy"
import type { Actor, Role } from "@/lib/platform/actor"

const unitId = "10000000-0000-7000-8000-000000000001"
const person = (personId: string, ...roles: Role[]): Actor => ({
  kind: "person", personId, name: { zh: "某", en: null }, email: "", language: "en", homeUnitId: unitId, grants: roles.map((role) => ({ unitId, role })),
  units: [{ id: unitId, code: "E", kind: "coal", name: { zh: "东厂", en: null }, parentId: null }], audience: ["operating"], demo: false,
})
const handover: HandoverCase = {
  unitId, personId: "leaver", headPersonId: "head", signatures: [],
  items: [{ kind: "point", subjectId: "p1", code: "1.1.1.1", takerPersonId: "taker" }, { kind: "point", subjectId: "p2", code: "1.1.1.2", takerPersonId: null }],
}

it("the finance lead and the department's head run a departure, a control owner does not", () => {
  expect(mayConduct(person("lead", "finance-lead"), handover).allowed).toBe(true)
  expect(mayConduct(person("head"), handover).allowed).toBe(true)
  expect(mayConduct(person("ann", "control-owner"), handover)).toMatchObject({ refusal: { who: ["finance-lead", "department-head"] } })
})
it("another department's head has no say, unless no head is named or the head is who leaves", () => {
  expect(mayConduct(person("other", "department-head"), handover).allowed).toBe(false)
  expect(mayConduct(person("other", "department-head"), { ...handover, headPersonId: null }).allowed).toBe(true)
  expect(mayConduct(person("other", "department-head"), { ...handover, personId: "head" }).allowed).toBe(true)
  expect(mayConduct(person("head", "department-head"), { ...handover, personId: "head" }).allowed).toBe(false)
})
it("everybody signs for themselves; only the department's head signs for somebody else", () => {
  expect(maySignFor(person("leaver"), handover, "leaver").allowed).toBe(true)
  expect(maySignFor(person("head"), handover, "leaver").allowed).toBe(true)
  expect(maySignFor(person("lead", "finance-lead"), handover, "leaver")).toMatchObject({ refusal: { code: "not-allowed", who: ["department-head"] } })
})
it("a head who takes something over signs for nobody else", () => {
  const items = [{ kind: "point", subjectId: "p1", code: "1.1.1.1", takerPersonId: "head" }]
  expect(maySignFor(person("head"), { ...handover, items }, "leaver")).toMatchObject({ refusal: { code: "separation-of-duties" } })
})
it("who hands over, takes over or signed in somebody's place does not supervise", () => {
  expect(maySupervise(person("lead", "finance-lead"), handover).allowed).toBe(true)
  expect(maySupervise(person("taker", "finance-lead"), handover)).toMatchObject({ refusal: { code: "separation-of-duties" } })
  expect(maySupervise(person("leaver", "finance-lead"), handover)).toMatchObject({ refusal: { code: "separation-of-duties" } })
  expect(maySupervise(person("head"), { ...handover, signatures: [{ kind: "hand-over", personId: "leaver", signedBy: "head" }] })).toMatchObject({ refusal: { code: "separation-of-duties" } })
  expect(maySupervise(person("ann", "tester"), handover)).toMatchObject({ refusal: { code: "not-allowed" } })
})
