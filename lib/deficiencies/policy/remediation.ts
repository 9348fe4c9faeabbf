import type { Case } from "@/lib/deficiencies/rules/case"
import { type Actor, holds } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { all, byRoleUninvolved, isRemediator, otherThan } from "./parts"

/** The finance lead agrees the plan with the owner. */
export function mayAgreePlan(actor: Actor, deficiency: Case): Verdict {
  return holds(actor, deficiency.unitId, "finance-lead") ? allowed : forbidden("common.refusals.not-allowed", ["finance-lead"])
}

/** The owner or the remediator starts, asks for more time, and reports. */
export function mayRemedy(actor: Actor, deficiency: Case): Verdict {
  const owns = actor.personId !== null && actor.personId === deficiency.ownerPersonId
  return owns || isRemediator(actor, deficiency) ? allowed : forbidden("deficiencies.refusals.notRemediator", ["control-owner"])
}

/** The finance lead, neither owner nor remediator nor who asked. */
export function mayDecideExtension(actor: Actor, deficiency: Case): Verdict {
  return all(byRoleUninvolved(actor, deficiency, ["finance-lead"]), otherThan(actor, deficiency.extension?.requestedBy ?? null, ["finance-lead"]))
}

/** The finance lead verifies, neither owner nor remediator nor who reported. */
export function mayVerify(actor: Actor, deficiency: Case): Verdict {
  return all(byRoleUninvolved(actor, deficiency, ["finance-lead"]), otherThan(actor, deficiency.implementation?.reportedBy ?? null, ["finance-lead"]))
}
