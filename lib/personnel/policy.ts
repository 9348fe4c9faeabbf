import { type Actor, holds, isProduct } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** Who joins, moves and leaves is compared and carried out by the administrator; the company's sign-in only notices. */
export function mayKeepPersonnel(actor: Actor, change: { unitId: string }): Verdict {
  if (isProduct(actor) || holds(actor, change.unitId, "administrator")) return allowed
  return forbidden("personnel.refusals.keep", ["administrator"])
}

/** Nobody decides about themselves. */
export function mayDecideChange(actor: Actor, change: { unitId: string; personId: string | null }): Verdict {
  if (change.personId !== null && change.personId === actor.personId) return forbidden("personnel.refusals.own", ["administrator"], "separation-of-duties")
  return mayKeepPersonnel(actor, change)
}
