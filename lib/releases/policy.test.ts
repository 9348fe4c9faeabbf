import { expect, test } from "vitest"
import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { mayJoin, mayRelease } from "@/lib/releases/policy"

const units = [
  { id: "hq", code: "HQ", kind: "company", name: { zh: "公司", en: null }, parentId: null },
  { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: null }, parentId: "hq" },
]
const person = (role: Role, unitId = "hq"): Actor => ({ ...seed, kind: "person", personId: "p", grants: [{ unitId, role }], units })

test("engagements and releases are the company control office's", () => {
  expect(mayRelease(person("control-office"), { unitId: "hq" }).allowed).toBe(true)
  expect(mayRelease(person("control-office", "east"), { unitId: "hq" }).allowed).toBe(false)
})

test.each(["internal-audit", "external-auditor", "administrator", "leadership", "finance-lead"] as const)("no %s releases anything", (role) => {
  expect(mayRelease(person(role), { unitId: "hq" })).toMatchObject({ allowed: false, refusal: { who: ["control-office"] } })
})

test("nor does the product itself", () => {
  expect(mayRelease(seed, { unitId: "hq" }).allowed).toBe(false)
})

test("only external auditors become members", () => {
  expect(mayJoin(["external-auditor"]).allowed).toBe(true)
  expect(mayJoin(["tester"]).allowed).toBe(false)
  expect(mayJoin([]).allowed).toBe(false)
})
