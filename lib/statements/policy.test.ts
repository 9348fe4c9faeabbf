import { describe, expect, test } from "vitest"
import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { mayCountersign, mayPrepare, mayRefresh, maySign, mayWithdraw } from "@/lib/statements/policy"

const units = [
  { id: "hq", code: "HQ", kind: "company", name: { zh: "公司", en: null }, parentId: null },
  { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: null }, parentId: "hq" },
]
const person = (role: Role, unitId = "east", personId = "p"): Actor => ({ ...seed, kind: "person", personId, grants: [{ unitId, role }], units })
const plant = { unitId: "east", unitKind: "coal", signedBy: null }
const company = { unitId: "hq", unitKind: "company", signedBy: null }

describe("a statement", () => {
  test("is made ready by the plant's finance lead, the company's by the control office", () => {
    expect(mayPrepare(person("finance-lead"), plant).allowed).toBe(true)
    expect(mayPrepare(person("plant-manager"), plant).allowed).toBe(false)
    expect(mayPrepare(person("control-office", "hq"), plant).allowed).toBe(false)
    expect(mayPrepare(person("control-office", "hq"), company).allowed).toBe(true)
  })

  test("takes its facts anew for the preparer and for the signer", () => {
    expect(mayRefresh(person("plant-manager"), plant).allowed).toBe(true)
    expect(mayRefresh(person("finance-lead"), plant).allowed).toBe(true)
    expect(mayRefresh(person("tester"), plant).allowed).toBe(false)
  })

  test("is signed by the plant manager, the company's by its leadership, never by the product itself", () => {
    expect(maySign(person("plant-manager"), plant).allowed).toBe(true)
    expect(maySign(person("leadership", "hq"), plant).allowed).toBe(false)
    expect(maySign(person("leadership", "hq"), company).allowed).toBe(true)
    expect(maySign(seed, plant)).toMatchObject({ allowed: false, refusal: { who: ["plant-manager"] } })
    expect(maySign(person("administrator", "hq"), plant).allowed).toBe(false)
  })

  test("is countersigned by the chief accountant, who is not its signer", () => {
    expect(mayCountersign(person("chief-accountant", "hq", "c"), { ...plant, signedBy: "m" }).allowed).toBe(true)
    expect(mayCountersign(person("plant-manager"), { ...plant, signedBy: "m" }).allowed).toBe(false)
    expect(mayCountersign(person("chief-accountant", "hq", "m"), { ...plant, signedBy: "m" })).toMatchObject({ allowed: false, refusal: { code: "separation-of-duties" } })
  })

  test("is withdrawn by the preparer before, by the signer or the control office after the signature", () => {
    expect(mayWithdraw(person("finance-lead"), plant).allowed).toBe(true)
    expect(mayWithdraw(person("finance-lead"), { ...plant, signedBy: "m" }).allowed).toBe(false)
    expect(mayWithdraw(person("plant-manager"), { ...plant, signedBy: "m" }).allowed).toBe(true)
    expect(mayWithdraw(person("control-office", "hq"), { ...plant, signedBy: "m" }).allowed).toBe(true)
  })

  test("offers nothing to an external auditor", () => {
    const auditor = person("external-auditor", "hq")
    const verdicts = [mayPrepare, mayRefresh, maySign, mayCountersign, mayWithdraw].map((may) => may(auditor, plant).allowed)
    expect(verdicts).toEqual([false, false, false, false, false])
  })
})
