import { type Actor, holds, type Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** What a policy knows of a request: where it was filed and by whom. */
export type JudgedRequest = { unitId: string; filedBy: string | null }

const filing: Role[] = ["control-owner", "performer", "evidence-reviewer", "department-head", "finance-lead", "tester", "plant-manager"]

/** Everybody who works with the points of a unit may propose a change; the handbook itself stays the company's (domain.md § 1). */
export function mayFile(actor: Actor, unitId: string): Verdict {
  return actor.kind === "person" && holds(actor, unitId, ...filing) ? allowed : forbidden("change-requests.refusals.file", filing)
}

/** The company control office judges, and nobody their own request. */
export function mayJudge(actor: Actor, request: JudgedRequest): Verdict {
  if (actor.kind !== "person" || !holds(actor, request.unitId, "control-office")) return forbidden("change-requests.refusals.judge", ["control-office"])
  if (request.filedBy === actor.personId) return forbidden("change-requests.refusals.ownRequest", ["control-office"], "separation-of-duties")
  return allowed
}

/** Who filed it answers and withdraws; the unit's finance lead may in their place. */
export function mayAnswer(actor: Actor, request: JudgedRequest): Verdict {
  if (actor.kind === "person" && (request.filedBy === actor.personId || holds(actor, request.unitId, "finance-lead"))) return allowed
  return forbidden("change-requests.refusals.answer", ["finance-lead"])
}
