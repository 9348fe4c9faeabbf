import { expect, test } from "vitest"
import { leadsAbove, mayBorrow, mayLend } from "@/lib/borrowings/policy"
import type { Actor, Role } from "@/lib/platform/actor"

const units = [
  { id: "hq", code: "HQ", kind: "company", name: { zh: "", en: null }, parentId: null },
  { id: "east", code: "E", kind: "coal", name: { zh: "", en: null }, parentId: "hq" },
  { id: "north", code: "N", kind: "gas", name: { zh: "", en: null }, parentId: "hq" },
]
const person = (unitId: string, role: Role): Actor => ({
  kind: "person", personId: "p", name: { zh: "", en: null }, email: "", language: "zh-CN", homeUnitId: unitId, demo: false, audience: ["operating"],
  grants: [{ unitId, role }], units: unitId === "hq" ? units : units.filter(({ id }) => id === unitId),
})

test("a plant's finance lead asks for its own plant", () => {
  expect(mayBorrow(person("east", "finance-lead"), { unitId: "east" }).allowed).toBe(true)
  expect(mayBorrow(person("north", "finance-lead"), { unitId: "east" }).allowed).toBe(false)
  expect(mayBorrow(person("east", "tester"), { unitId: "east" }).allowed).toBe(false)
})

test("only who leads both units lends", () => {
  const loan = { unitId: "east", homeUnitId: "north" }
  expect(mayLend(person("hq", "control-office"), loan).allowed).toBe(true)
  expect(mayLend(person("hq", "finance-lead"), loan).allowed).toBe(true)
  for (const actor of [person("east", "finance-lead"), person("north", "finance-lead"), person("hq", "internal-audit")]) expect(mayLend(actor, loan).allowed).toBe(false)
  expect([person("hq", "control-office"), person("east", "finance-lead")].map((actor) => leadsAbove(actor, { unitId: "east" }))).toEqual([true, false])
})
