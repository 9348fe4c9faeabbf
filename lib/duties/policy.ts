import { type Actor, isProduct, type Role, withinRoles } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const readers: Role[] = ["administrator", "internal-audit", "control-office", "chief-accountant", "leadership", "plant-manager", "finance-lead"]

/** Who may do what, and where: for those who answer for a unit or check it, in the units that they reach. */
export function mayReadAccess(actor: Actor): Verdict {
  if (isProduct(actor) || actor.grants.some(({ role }) => readers.includes(role))) return allowed
  return forbidden("duties.refusals.read", readers)
}

/** The reader no further than where they may read that: elsewhere they may have quite another part. */
export function asAccessReader(actor: Actor): Actor {
  return withinRoles(actor, ...readers)
}
