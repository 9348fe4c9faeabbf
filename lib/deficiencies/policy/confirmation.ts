import type { Case } from "@/lib/deficiencies/rules/case"
import type { Source } from "@/lib/deficiencies/schema/values"
import { type Actor, holds, isProduct, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { all, byRoleNotOwner, headsDepartment, operates, otherThan } from "./parts"

const raisers: Record<Source, Role[]> = {
  test: ["tester", "finance-lead"],
  inspection: ["finance-lead", "control-office", "internal-audit"],
  audit: ["control-office", "internal-audit"],
  "self-report": ["control-owner", "performer", "evidence-reviewer", "department-head", "finance-lead", "tester", "plant-manager", "control-office", "chief-accountant", "leadership", "internal-audit"],
}

/** Whoever works in a unit reports a deficiency of their own work; inspections and audits are registered by who ran them. */
export function mayRegister(actor: Actor, unitId: string, source: Source): Verdict {
  const roles = raisers[source]
  if (holds(actor, unitId, ...roles)) return allowed
  const inside = operates(actor) && actor.personId !== null && (actor.units ?? []).some(({ id }) => id === unitId)
  const reports = source === "self-report" && inside && !holds(actor, unitId, "administrator")
  return reports ? allowed : forbidden("common.refusals.not-allowed", roles)
}

/** The head of the department or their deputy for the days, or the finance lead; the product, when five working days passed in silence. */
export function mayConfirm(actor: Actor, deficiency: Case): Verdict {
  if (isProduct(actor)) return allowed
  return headsDepartment(actor, deficiency) || confirmsFor(actor, deficiency) !== null || holds(actor, deficiency.unitId, "finance-lead")
    ? allowed
    : forbidden("common.refusals.not-allowed", ["department-head", "finance-lead"])
}

/** In whose place a deputy confirms or contests: the absent head's; null for who may do so themselves. */
export function confirmsFor(actor: Actor, deficiency: Case): string | null {
  const own = headsDepartment(actor, deficiency) || holds(actor, deficiency.unitId, "finance-lead")
  return !own && actor.personId !== null && (deficiency.headDeputies ?? []).includes(actor.personId) ? deficiency.headPersonId : null
}

export function mayContest(actor: Actor, deficiency: Case): Verdict {
  return isProduct(actor) ? forbidden("common.refusals.not-allowed", ["department-head", "finance-lead"]) : mayConfirm(actor, deficiency)
}

/** The company's control office, never who contested. */
export function mayDecideContest(actor: Actor, deficiency: Case): Verdict {
  return all(byRoleNotOwner(actor, deficiency, ["control-office"]), otherThan(actor, deficiency.contestedBy, ["control-office"]))
}

/** Internal audit, the control office or the finance lead finds that a closed deficiency is there again. */
export function mayReopen(actor: Actor, deficiency: Case): Verdict {
  const roles: Role[] = ["finance-lead", "control-office", "internal-audit", "tester"]
  return holds(actor, deficiency.unitId, ...roles) ? allowed : forbidden("common.refusals.not-allowed", roles)
}
