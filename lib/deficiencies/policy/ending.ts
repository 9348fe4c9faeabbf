import type { Case } from "@/lib/deficiencies/rules/case"
import { type Actor, holds, isProduct, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { all, byRoleNotOwner, byRoleUninvolved, headsDepartment, otherThan } from "./parts"

const closers: Role[] = ["finance-lead", "control-office"]

/** The finance lead or the control office closes: not owner, remediator or retester, and never the head of the department concerned. */
export function mayClose(actor: Actor, deficiency: Case): Verdict {
  if (headsDepartment(actor, deficiency)) return forbidden("deficiencies.refusals.ownDepartment", closers, "separation-of-duties")
  return all(byRoleUninvolved(actor, deficiency, closers), otherThan(actor, deficiency.retest?.testerPersonId ?? null, closers))
}

/** A control deficiency by control office or chief accountant, a significant one by the chief accountant alone. */
export function mayAcceptRisk(actor: Actor, deficiency: Case): Verdict {
  return byRoleNotOwner(actor, deficiency, deficiency.grade === "control-deficiency" ? ["control-office", "chief-accountant"] : ["chief-accountant"])
}

/** The product when the day has passed, or who follows the deficiency. */
export function mayExpireAcceptance(actor: Actor, deficiency: Case): Verdict {
  const roles: Role[] = ["finance-lead", "control-office", "chief-accountant"]
  return isProduct(actor) || holds(actor, deficiency.unitId, ...roles) ? allowed : forbidden("common.refusals.not-allowed", roles)
}

export function mayProposeWithdrawal(actor: Actor, deficiency: Case): Verdict {
  return byRoleNotOwner(actor, deficiency, ["department-head", "finance-lead", "control-office", "internal-audit"])
}

/** The second of two persons: of the control office or internal audit, and not who proposed (domain.md § 5). */
export function mayWithdraw(actor: Actor, deficiency: Case): Verdict {
  const roles: Role[] = ["control-office", "internal-audit"]
  return all(byRoleNotOwner(actor, deficiency, roles), otherThan(actor, deficiency.withdrawalProposedBy, roles))
}
