import { describe, expect, test } from "vitest"
import { mayConfirm, mayDecide, mayRun, maySecond } from "@/lib/access-reviews/policy"
import type { Actor, Role } from "@/lib/platform/actor"

const person = (personId: string, ...held: Role[]): Actor => ({
  kind: "person", personId, name: { zh: personId, en: null }, email: "", language: "zh-CN", homeUnitId: "plant", demo: false, audience: ["operating"],
  grants: held.map((role) => ({ unitId: "plant", role })), units: [{ id: "plant", code: "P", kind: "coal", name: { zh: "", en: null }, parentId: null }],
})
const review = (status: string) => ({ unitId: "plant", status, openedBy: "admin", submittedBy: status === "submitted" ? "admin" : null })
const line = (personId: string | null, decidedBy: string | null = null) => ({ personId, decidedBy })
const code = (verdict: ReturnType<typeof mayRun>) => (verdict.allowed ? "allowed" : verdict.refusal.code)
const admin = person("admin", "administrator")
const manager = person("manager", "plant-manager")

describe("an access review", () => {
  test("is run by an administrator alone", () => {
    expect(code(mayRun(admin, review("open")))).toBe("allowed")
    for (const role of ["finance-lead", "plant-manager", "internal-audit", "control-owner", "external-auditor"] as const) expect(code(mayRun(person("x", role), review("open")))).toBe("not-allowed")
  })

  test("lets nobody decide about themselves", () => {
    expect(code(mayDecide(admin, review("open"), [line("owner")]))).toBe("allowed")
    expect(code(mayDecide(admin, review("open"), [line("owner"), line("admin")]))).toBe("separation-of-duties")
    expect(code(mayDecide(manager, review("submitted"), [line("manager")]))).toBe("separation-of-duties")
  })

  test("leaves to the second person only what concerns who ran it", () => {
    expect(code(mayDecide(manager, review("submitted"), [line("admin")]))).toBe("allowed")
    expect(code(mayDecide(manager, review("submitted"), [line("owner")]))).toBe("not-allowed")
    expect(code(mayDecide(admin, review("submitted"), [line("owner")]))).toBe("separation-of-duties")
    expect(code(mayDecide(admin, review("confirmed"), [line("owner")]))).toBe("wrong-state")
  })

  test("is never confirmed by who opened, submitted or decided it", () => {
    expect(code(maySecond(admin, review("submitted")))).toBe("separation-of-duties")
    expect(code(mayConfirm(manager, review("submitted"), [line("owner", "admin"), line("admin", "manager")]))).toBe("allowed")
    expect(code(mayConfirm(person("admin2", "administrator"), review("submitted"), [line("owner", "admin2")]))).toBe("separation-of-duties")
    expect(code(mayConfirm(person("owner", "control-owner"), review("submitted"), []))).toBe("not-allowed")
  })
})
