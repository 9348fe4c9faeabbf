import type { Case } from "@/lib/deficiencies/rules/case"
import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

const apart = "separation-of-duties"

/** Whether the person owns or performs the point, or owned it when the deficiency was registered. */
export function answersFor(actor: Actor, deficiency: Case): boolean {
  const { personId } = actor
  return personId !== null && (personId === deficiency.ownerPersonId || deficiency.answering.includes(personId))
}

export function isRemediator(actor: Actor, deficiency: Case): boolean {
  return actor.personId !== null && actor.personId === deficiency.remediatorPersonId
}

/** Whether the person had a hand in remedying it, under whichever plan. */
export function remedied(actor: Actor, deficiency: Case): boolean {
  return actor.personId !== null && (isRemediator(actor, deficiency) || deficiency.remediedBy.includes(actor.personId))
}

/** Whether the person heads the department that the point belongs to; any head of the unit where none is named. */
export function headsDepartment(actor: Actor, deficiency: Case): boolean {
  if (actor.personId === null) return false
  if (deficiency.headPersonId !== null) return actor.personId === deficiency.headPersonId
  return holds(actor, deficiency.unitId, "department-head")
}

/** Somebody inside, who works on the unit's records; an external auditor only reads. */
export function operates(actor: Actor): boolean {
  return actor.audience.includes("operating")
}

/** The roles that may; nobody who owns or performs the point (domain.md § 5: never the owner). */
export function byRoleNotOwner(actor: Actor, deficiency: Case, roles: Role[]): Verdict {
  if (!holds(actor, deficiency.unitId, ...roles)) return forbidden("common.refusals.not-allowed", roles)
  return answersFor(actor, deficiency) ? forbidden("deficiencies.refusals.ownPoint", roles, apart) : allowed
}

/** The same, and nobody who remedied any part of it. */
export function byRoleUninvolved(actor: Actor, deficiency: Case, roles: Role[]): Verdict {
  const verdict = byRoleNotOwner(actor, deficiency, roles)
  if (!verdict.allowed) return verdict
  return remedied(actor, deficiency) ? forbidden("deficiencies.refusals.ownRemediation", roles, apart) : allowed
}

/** Not the person who did the step before. */
export function otherThan(actor: Actor, person: string | null, roles: Role[]): Verdict {
  return person !== null && actor.personId === person ? forbidden("deficiencies.refusals.secondPerson", roles, apart) : allowed
}

/** The first no, else yes. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.allowed) ?? allowed
}
