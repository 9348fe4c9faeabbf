import { type Actor, holds, isProduct } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** Links, sessions and the accounts of others are the administrator's. */
export function mayAdminister(actor: Actor, person: { unitId: string }): Verdict {
  if (isProduct(actor) || holds(actor, person.unitId, "administrator")) return allowed
  return forbidden("access.refusals.administer", ["administrator"])
}

/** The outbox and the log of refusals are the administrator's, wherever they are one. */
export function mayReadOutbox(actor: Actor): Verdict {
  if (isProduct(actor) || actor.grants.some((grant) => grant.role === "administrator")) return allowed
  return forbidden("access.refusals.administer", ["administrator"])
}
