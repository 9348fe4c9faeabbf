import { missingTakers, takersOf, type Given, type PartingItem } from "@/lib/handovers/rules/parting"
import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** Where a person stands: their unit, and who heads their department. */
export type Departing = { unitId: string; personId: string; headPersonId: string | null }
export type HandoverCase = Departing & { items: readonly PartingItem[]; signatures: readonly Given[] }

const leads: Role[] = ["finance-lead", "department-head"]

/** Opened, divided among takers, and cancelled by the finance lead or the head of the person's department. */
export function mayConduct(actor: Actor, departing: Departing): Verdict {
  if (actor.kind === "person" && (holds(actor, departing.unitId, "finance-lead") || heads(actor, departing))) return allowed
  return forbidden("handovers.refusals.conduct", leads)
}

/** Each signs for themselves; the head of the department, who has no part in it, for somebody who cannot (domain.md § 2). */
export function maySignFor(actor: Actor, handover: HandoverCase, personId: string): Verdict {
  if (actor.kind === "person" && actor.personId === personId) return allowed
  if (!heads(actor, handover)) return forbidden("handovers.refusals.notYours", ["department-head"])
  return isParty(actor, handover) ? forbidden("handovers.refusals.partyInPlace", ["department-head"], "separation-of-duties") : allowed
}

/** Who is to take something over may decline it, while they have not signed. */
export function mayDecline(actor: Actor, { items, signatures }: HandoverCase): Verdict {
  const isTaker = actor.personId !== null && takersOf(items).includes(actor.personId)
  if (!isTaker) return forbidden("handovers.refusals.notTaker", ["control-owner"])
  return missingTakers(items, signatures).includes(actor.personId ?? "") ? allowed : forbidden("handovers.refusals.signedAlready", [], "wrong-state")
}

/** The department's head or the finance lead supervises: neither who hands over or takes over, nor who signed in their place. */
export function maySupervise(actor: Actor, handover: HandoverCase): Verdict {
  const verdict = mayConduct(actor, handover)
  if (!verdict.allowed) return forbidden("handovers.refusals.supervise", leads)
  const signed = handover.signatures.some(({ signedBy }) => signedBy === actor.personId)
  return signed || isParty(actor, handover) ? forbidden("handovers.refusals.partySupervises", leads, "separation-of-duties") : allowed
}

// Where no head is named, or the head is the one who leaves, whoever holds the role at the unit stands for it.
function heads(actor: Actor, { unitId, personId, headPersonId }: Departing): boolean {
  if (actor.kind !== "person" || actor.personId === null) return false
  if (headPersonId !== null && headPersonId !== personId) return actor.personId === headPersonId
  return actor.personId !== personId && holds(actor, unitId, "department-head")
}

function isParty(actor: Actor, { personId, items }: HandoverCase): boolean {
  return actor.personId !== null && (actor.personId === personId || takersOf(items).includes(actor.personId))
}
