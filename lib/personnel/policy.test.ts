import { expect, test } from "vitest"
import { mayDecideChange, mayKeepPersonnel } from "@/lib/personnel/policy"
import type { Actor, Role } from "@/lib/platform/actor"

const person = (role: Role): Actor => ({
  kind: "person", personId: "p", name: { zh: "", en: null }, email: "", language: "zh-CN", homeUnitId: "east", demo: false, audience: ["operating"],
  grants: [{ unitId: "east", role }], units: [{ id: "east", code: "E", kind: "coal", name: { zh: "", en: null }, parentId: null }],
})

test("the administrator of the unit compares and decides, nobody else", () => {
  expect(mayKeepPersonnel(person("administrator"), { unitId: "east" }).allowed).toBe(true)
  expect(mayKeepPersonnel(person("administrator"), { unitId: "north" }).allowed).toBe(false)
  for (const role of ["finance-lead", "plant-manager", "department-head", "control-owner"] as const) expect(mayKeepPersonnel(person(role), { unitId: "east" }).allowed).toBe(false)
})

test("an administrator does not decide about themselves", () => {
  expect(mayDecideChange(person("administrator"), { unitId: "east", personId: "other" }).allowed).toBe(true)
  expect(mayDecideChange(person("administrator"), { unitId: "east", personId: "p" })).toMatchObject({ allowed: false, refusal: { code: "separation-of-duties" } })
})
