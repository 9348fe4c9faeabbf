import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deficiencyLifecycle } from "./lifecycle"
import { ageOf, isOpen, isOverdue, reconcile } from "./standing"

describe("raised = closed + withdrawn + open", () => {
  it("for whatever states deficiencies are in", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...deficiencyLifecycle.states)), (statuses) => {
      const { raised, closed, withdrawn, open, accepted } = reconcile(statuses)
      expect(raised).toBe(closed + withdrawn + open)
      expect(accepted).toBeLessThanOrEqual(open)
    }))
  })

  it("an accepted risk is open", () => expect(reconcile(["accepted", "closed", "withdrawn", "contested"])).toEqual({ raised: 4, closed: 1, withdrawn: 1, open: 2, accepted: 1 }))

  it("only closed and withdrawn ones are over", () => expect(deficiencyLifecycle.states.filter((status) => !isOpen(status))).toEqual(["closed", "withdrawn"]))
})

describe("overdue remediation", () => {
  it("is so from the day after its date, until it is reported as implemented", () => {
    expect(isOverdue({ status: "in-remediation", planDueOn: "2026-11-20" }, "2026-11-20")).toBe(false)
    expect(isOverdue({ status: "in-remediation", planDueOn: "2026-11-20" }, "2026-11-21")).toBe(true)
    expect(isOverdue({ status: "planned", planDueOn: "2026-11-20" }, "2026-11-21")).toBe(true)
    expect(isOverdue({ status: "implemented", planDueOn: "2026-11-20" }, "2026-11-21")).toBe(false)
    expect(isOverdue({ status: "graded", planDueOn: null }, "2026-11-21")).toBe(false)
  })
})

it("ages are counted in days since registration", () => {
  expect(["2026-10-23", "2026-10-22", "2026-08-24", "2026-05-26", "2026-05-25"].map((day) => ageOf(day, "2026-11-22"))).toEqual(["30", "90", "90", "180", "more"])
})
