import { expect, test } from "vitest"
import type { Actor, Role } from "@/lib/platform/actor"
import { operator, seed } from "@/lib/platform/actor"
import { mayKeepHandbook, mayOverrideApplicability, mayPublish, mayReturn } from "./policy"

const units = [{ id: "hq", code: "HQ", kind: "company", name: { zh: "公司", en: null }, parentId: null }, { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: null }, parentId: "hq" }]
const person = (personId: string, role: Role, unitId = "hq"): Actor => ({ ...seed, kind: "person", personId, grants: [{ unitId, role }], units })
const edition = { companyId: "hq", draftedBy: "a", submittedBy: "b", importedBy: ["c"], isFirst: false }

test("the company control office keeps the handbook, and so does the command line", () => {
  expect(mayKeepHandbook(person("x", "control-office"), "hq").allowed).toBe(true)
  expect(mayKeepHandbook(operator, "hq").allowed).toBe(true)
})

test.each<Role>(["finance-lead", "plant-manager", "internal-audit", "administrator", "chief-accountant"])("a %s does not keep the handbook", (role) => {
  expect(mayKeepHandbook(person("x", role), "hq")).toMatchObject({ allowed: false, refusal: { code: "not-allowed", who: ["control-office"] } })
})

test("a plant's own control office role does not reach the handbook", () => {
  expect(mayKeepHandbook(person("x", "control-office", "east"), "hq").allowed).toBe(false)
})

test.each(["a", "b", "c"])("whoever drafted, submitted or imported it (%s) neither publishes nor returns it", (who) => {
  for (const may of [mayPublish, mayReturn]) expect(may(person(who, "control-office"), edition)).toMatchObject({ allowed: false, refusal: { code: "separation-of-duties" } })
})

test("another person of the office publishes and returns", () => {
  for (const may of [mayPublish, mayReturn]) expect(may(person("d", "control-office"), edition).allowed).toBe(true)
})

test("the product publishes a first edition and no later one", () => {
  expect(mayPublish(seed, { ...edition, isFirst: true }).allowed).toBe(true)
  expect(mayPublish(seed, edition).allowed).toBe(false)
})

test("the company's control office decides for the units below it", () => {
  expect(mayOverrideApplicability(person("x", "control-office"), "east").allowed).toBe(true)
  expect(mayOverrideApplicability(person("x", "finance-lead", "east"), "east").allowed).toBe(false)
})
