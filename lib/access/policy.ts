import { type Actor, holds, isProduct, withinRoles } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/**
 * Links, sessions and the accounts of others are the administrator's: of the person's unit and of every unit where they hold
 * a role. Whoever sets a plant's password would otherwise act as the company.
 */
export function mayAdminister(actor: Actor, person: { unitId: string; grantedIn: readonly string[] }): Verdict {
  if (isProduct(actor) || [person.unitId, ...person.grantedIn].every((unitId) => holds(actor, unitId, "administrator"))) return allowed
  return forbidden("access.refusals.administer", ["administrator"])
}

/** The outbox and the log of refusals are the administrator's, wherever they are one. */
export function mayReadOutbox(actor: Actor): Verdict {
  if (isProduct(actor) || actor.grants.some((grant) => grant.role === "administrator")) return allowed
  return forbidden("access.refusals.administer", ["administrator"])
}

/** The administrator no further than where they are one. */
export function asAdministrator(actor: Actor): Actor {
  return withinRoles(actor, "administrator")
}

/** How people sign in is said for the whole company, by its administrator. */
export function mayKeepSignIn(actor: Actor, companyId: string): Verdict {
  if (isProduct(actor) || holds(actor, companyId, "administrator")) return allowed
  return forbidden("access.refusals.signInPolicy", ["administrator"])
}

/** A second factor is removed by two administrators, and the person is neither of them (domain.md, "Who uses it"). */
export function mayDecideRemoval(actor: Actor, wish: { personId: string; requestedBy: string | null }): Verdict {
  if (actor.personId === wish.personId) return forbidden("access.refusals.removeOwn", ["administrator"], "separation-of-duties")
  if (actor.personId === wish.requestedBy) return forbidden("access.refusals.removalTwo", ["administrator"], "separation-of-duties")
  return actor.personId ? allowed : forbidden("access.refusals.administer", ["administrator"])
}
