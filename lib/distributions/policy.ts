import { type Actor, holds, isProduct } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** A list is confirmed by the person it was given to, and by nobody in their place. */
export function mayConfirm(actor: Actor, list: { personId: string }): Verdict {
  return actor.personId === list.personId ? allowed : forbidden("distributions.refusals.confirm", ["control-owner"])
}

/** The unit's finance lead, or the company control office, gives out what is new and reminds. */
export function mayDistribute(actor: Actor, unitId: string): Verdict {
  return isProduct(actor) || holds(actor, unitId, "finance-lead", "control-office") ? allowed : forbidden("distributions.refusals.distribute", ["finance-lead", "control-office"])
}
