import { expect, test } from "vitest"
import { type ActKey, actsByRole, roleMay } from "@/lib/duties/rules/acts"
import type { Role } from "@/lib/platform/actor"

const who = (act: ActKey) => actsByRole().filter(({ acts }) => acts.includes(act)).map(({ role }) => role)

test("an external auditor's role is good for nothing but reading", () => expect(actsByRole().find(({ role }) => role === "external-auditor")?.acts).toEqual([]))
test("an administrator tests, grades and signs nothing", () => {
  const forbidden: ActKey[] = ["assessments.test", "assessments.signOff", "deficiencies.grade", "deficiencies.close", "statements.sign", "statements.countersign", "evidence.review"]
  expect(forbidden.filter((act) => roleMay("administrator", act))).toEqual([])
  expect(who("units.grant")).toEqual(["administrator"])
})
test("the plant manager signs, the company's chief accountant countersigns", () => {
  expect(who("statements.sign")).toEqual(["plant-manager", "leadership"])
  expect(who("statements.countersign")).toEqual(["chief-accountant"])
})
test("only the company's office keeps the handbook and judges requests", () => {
  expect(who("handbook.keep")).toEqual(["control-office"] satisfies Role[])
  expect(who("handbook.judge")).toEqual(["control-office"])
})
test("a control owner proposes changes, and their role alone is good for little else", () => {
  expect(roleMay("control-owner", "handbook.propose")).toBe(true)
  expect(roleMay("control-owner", "assessments.test")).toBe(false)
})
