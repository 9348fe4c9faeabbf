import { type Actor, holds, isProduct, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { heldHere, rolesApart } from "@/lib/units/rules"

/** Units, departments, positions and people are kept by the administrator. */
export function mayKeepUnit(actor: Actor, unit: { unitId: string | null }): Verdict {
  if (isProduct(actor) || (unit.unitId && holds(actor, unit.unitId, "administrator"))) return allowed
  return forbidden("units.refusals.keep", ["administrator"])
}

/** A unit is closed by the administrator of the company, not by its own: no plant takes itself out of what it owes. */
export function mayClose(actor: Actor): Verdict {
  const company = actor.units?.find(({ kind }) => kind === "company")
  if (isProduct(actor) || (company && holds(actor, company.id, "administrator"))) return allowed
  return forbidden("units.refusals.close", ["administrator"])
}

/** Who holds which position: the administrator, and the finance lead, who must find an owner for every point. */
export function mayPlacePeople(actor: Actor, unit: { unitId: string }): Verdict {
  if (isProduct(actor) || holds(actor, unit.unitId, "administrator", "finance-lead")) return allowed
  return forbidden("units.refusals.place", ["administrator", "finance-lead"])
}

/** Holidays are the company's: one calendar for each country, kept by its administrator. */
export function mayKeepCalendar(actor: Actor, unit: { id: string; kind: string }): Verdict {
  if (unit.kind === "company" && (isProduct(actor) || holds(actor, unit.id, "administrator"))) return allowed
  return forbidden("units.refusals.calendar", ["administrator"])
}

type Wanted = { unitId: string; unitKind: string; personId: string; role: Role; held: readonly Role[] }

/** Roles are granted by the administrator, never to themselves, and only such as go together. */
export function mayGrantRole(actor: Actor, grant: Wanted): Verdict {
  if (!isProduct(actor)) {
    if (!holds(actor, grant.unitId, "administrator")) return forbidden("units.refusals.grant", ["administrator"])
    if (actor.personId === grant.personId) return forbidden("units.refusals.grantSelf", ["administrator"], "separation-of-duties")
  }
  if (!heldHere(grant.role, grant.unitKind)) return forbidden("units.refusals.companyRole", [], "separation-of-duties")
  return rolesApart(grant.held, grant.role).length === 0 ? allowed : forbidden("units.refusals.rolesApart", [], "separation-of-duties")
}

export function mayWithdrawRole(actor: Actor, grant: { unitId: string; personId: string }): Verdict {
  if (isProduct(actor)) return allowed
  if (!holds(actor, grant.unitId, "administrator")) return forbidden("units.refusals.grant", ["administrator"])
  return actor.personId === grant.personId ? forbidden("units.refusals.grantSelf", ["administrator"], "separation-of-duties") : allowed
}

/** Owners and performers are named by the finance lead and the control office, and by a department's head for its own points. */
export function mayAssign(actor: Actor, points: { unitId: string; heads: (string | null)[] }): Verdict {
  if (isProduct(actor) || holds(actor, points.unitId, "finance-lead", "control-office")) return allowed
  const own = points.heads.length > 0 && points.heads.every((head) => head !== null && head === actor.personId)
  return own ? allowed : forbidden("units.refusals.assign", ["finance-lead", "control-office", "department-head"])
}

/** A deputy is named by the person, the head of their department or the finance lead; never for tests, reviews or signatures. */
export function mayNameDeputy(actor: Actor, absent: { unitId: string; personId: string; headPersonId: string | null }): Verdict {
  if (actor.kind === "person" && (actor.personId === absent.personId || actor.personId === absent.headPersonId || holds(actor, absent.unitId, "finance-lead"))) return allowed
  return forbidden("units.refusals.deputy", ["finance-lead", "department-head"])
}
