import { expect, it } from "vitest"
import type { Actor, Role } from "@/lib/platform/actor"
import { mayApprove, mayScope } from "@/lib/scoping/policy"

const [company, plant] = ["10000000-0000-7000-8000-000000000001", "10000000-0000-7000-8000-000000000002"]
const person = (personId: string, role: Role, unitId = company): Actor => ({
  kind: "person", personId, name: { zh: "某", en: null }, email: "", language: "en", homeUnitId: unitId, grants: [{ unitId, role }],
  units: [{ id: company, code: "H", kind: "company", name: { zh: "公司", en: null }, parentId: null }, { id: plant, code: "E", kind: "coal", name: { zh: "东厂", en: null }, parentId: company }],
  audience: ["operating"], demo: false,
})
const scope = { unitId: company, draftedBy: "ann", hands: ["ann", "bob"] }

it("the company's control office scopes the year, a plant's finance lead and leadership do not", () => {
  expect(mayScope(person("ann", "control-office"), company).allowed).toBe(true)
  expect(mayScope(person("ann", "finance-lead", plant), company)).toMatchObject({ refusal: { who: ["control-office"] } })
  expect(mayScope(person("ann", "leadership"), company).allowed).toBe(false)
})
it("the chief accountant or leadership of the company approves, the office does not", () => {
  expect(mayApprove(person("eve", "chief-accountant"), scope).allowed).toBe(true)
  expect(mayApprove(person("eve", "leadership"), scope).allowed).toBe(true)
  expect(mayApprove(person("eve", "chief-accountant", plant), scope).allowed).toBe(false)
  expect(mayApprove(person("eve", "control-office"), scope)).toMatchObject({ refusal: { code: "not-allowed" } })
})
it("nobody approves what they drafted or wrote in", () => {
  expect(mayApprove(person("ann", "leadership"), scope)).toMatchObject({ refusal: { code: "separation-of-duties" } })
  expect(mayApprove(person("bob", "leadership"), scope)).toMatchObject({ refusal: { code: "separation-of-duties" } })
})
