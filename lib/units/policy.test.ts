import { expect, test } from "vitest"
import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { mayAssign, mayGrantRole, mayKeepUnit, mayNameDeputy, mayPlacePeople, mayWithdrawRole } from "@/lib/units/policy"

const plants = [
  { id: "hq", code: "HQ", kind: "company", name: { zh: "公司", en: "HQ" }, parentId: null },
  { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: "East" }, parentId: "hq" },
]
const holding = (role: Role, unitId = "east"): Actor => ({ ...seed, kind: "person", personId: "me", grants: [{ role, unitId }], units: plants })
const wanted = { unitId: "east", unitKind: "coal", personId: "other", role: "tester", held: [] } as const

test("the administrator keeps units and people; a finance lead only puts people into positions", () => {
  expect(mayKeepUnit(holding("administrator", "hq"), { unitId: "east" }).allowed).toBe(true)
  expect(mayKeepUnit(holding("finance-lead"), { unitId: "east" })).toMatchObject({ allowed: false, refusal: { who: ["administrator"] } })
  expect(mayPlacePeople(holding("finance-lead"), { unitId: "east" }).allowed).toBe(true)
  expect(mayPlacePeople(holding("tester"), { unitId: "east" }).allowed).toBe(false)
})

test("nobody founds a company but the product itself", () => {
  expect(mayKeepUnit(holding("administrator", "hq"), { unitId: null }).allowed).toBe(false)
  expect(mayKeepUnit(seed, { unitId: null }).allowed).toBe(true)
})

test("an administrator does not grant or withdraw their own roles", () => {
  const admin = holding("administrator", "hq")
  expect(mayGrantRole(admin, wanted).allowed).toBe(true)
  expect(mayGrantRole(admin, { ...wanted, personId: "me" })).toMatchObject({ allowed: false, refusal: { code: "separation-of-duties" } })
  expect(mayWithdrawRole(admin, { unitId: "east", personId: "me" })).toMatchObject({ allowed: false, refusal: { code: "separation-of-duties" } })
  expect(mayWithdrawRole(holding("finance-lead"), { unitId: "east", personId: "other" }).allowed).toBe(false)
})

test("not even the administrator makes an administrator a tester", () => {
  expect(mayGrantRole(holding("administrator", "hq"), { ...wanted, held: ["administrator"] })).toMatchObject({ allowed: false, refusal: { message: "units.refusals.rolesApart" } })
})

test.each(["control-office", "chief-accountant", "leadership"] as const)("%s is a role of the company, not of a plant", (role) => {
  const admin = holding("administrator", "hq")
  expect(mayGrantRole(admin, { ...wanted, role })).toMatchObject({ allowed: false, refusal: { message: "units.refusals.companyRole" } })
  expect(mayGrantRole(admin, { ...wanted, role, unitId: "hq", unitKind: "company" }).allowed).toBe(true)
})

test("a department's head names owners for the own department alone", () => {
  const head = holding("department-head")
  expect(mayAssign(head, { unitId: "east", heads: ["me"] }).allowed).toBe(true)
  expect(mayAssign(head, { unitId: "east", heads: ["me", "other"] }).allowed).toBe(false)
  expect(mayAssign(head, { unitId: "east", heads: [null] }).allowed).toBe(false)
  expect(mayAssign(head, { unitId: "east", heads: [] }).allowed).toBe(false)
})

test("the finance lead and the control office name owners; the administrator does not", () => {
  expect(mayAssign(holding("finance-lead"), { unitId: "east", heads: [] }).allowed).toBe(true)
  expect(mayAssign(holding("control-office", "hq"), { unitId: "east", heads: [] }).allowed).toBe(true)
  expect(mayAssign(holding("administrator", "hq"), { unitId: "east", heads: [] }).allowed).toBe(false)
})

test("a deputy is named by the person, their head or the finance lead, not by a colleague", () => {
  const absent = { unitId: "east", personId: "ann", headPersonId: "bob" }
  const as = (personId: string, role: Role = "control-owner") => ({ ...holding(role), personId })
  expect([as("ann"), as("bob"), as("cy", "finance-lead"), as("cy")].map((actor) => mayNameDeputy(actor, absent).allowed)).toEqual([true, true, true, false])
})
