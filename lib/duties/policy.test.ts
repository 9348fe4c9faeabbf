import { expect, test } from "vitest"
import { mayReadAccess } from "@/lib/duties/policy"
import { grantStanding } from "@/lib/duties/rules/standing"
import { type Role, seed } from "@/lib/platform/actor"

const holding = (role: Role) => ({ ...seed, kind: "person" as const, personId: "me", grants: [{ role, unitId: "east" }], units: [] })

test("who leads or checks a unit reads who may do what; an owner, a tester and an external auditor do not", () => {
  expect((["administrator", "internal-audit", "control-office", "finance-lead"] as const).map((role) => mayReadAccess(holding(role)).allowed)).toEqual([true, true, true, true])
  expect((["control-owner", "tester", "external-auditor"] as const).map((role) => mayReadAccess(holding(role)).allowed)).toEqual([false, false, false])
})

test("a role ends on its last day, which no longer counts, or when it is withdrawn", () => {
  const grant = { from: "2026-01-01", to: "2026-06-01", withdrawnAt: null }
  expect(["2025-12-31", "2026-05-31", "2026-06-01"].map((day) => grantStanding(grant, day))).toEqual(["coming", "standing", "ended"])
  expect(grantStanding({ ...grant, withdrawnAt: new Date("2026-02-01T00:00:00Z") }, "2026-03-01")).toBe("revoked")
})
