import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** What a policy knows of a scope: whose it is and who wrote in it. */
export type JudgedScope = { unitId: string; draftedBy: string | null; hands: readonly string[] }

const approvers: Role[] = ["chief-accountant", "leadership"]

/** The company control office scopes the year (domain.md, "Who uses it"). */
export function mayScope(actor: Actor, companyId: string): Verdict {
  return actor.kind === "person" && holds(actor, companyId, "control-office") ? allowed : forbidden("scoping.refusals.office", ["control-office"])
}

/** The chief accountant or the company's leadership approves, and nobody what they wrote themselves. */
export function mayApprove(actor: Actor, { unitId, draftedBy, hands }: JudgedScope): Verdict {
  if (actor.kind !== "person" || actor.personId === null || !holds(actor, unitId, ...approvers)) return forbidden("scoping.refusals.approve", approvers)
  if (draftedBy === actor.personId || hands.includes(actor.personId)) return forbidden("scoping.refusals.ownDraft", approvers, "separation-of-duties")
  return allowed
}
