import { type Actor, holds } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"

/** Engagements, their members and their releases are the company control office's (domain.md § 6). */
export function mayRelease(actor: Actor, engagement: { unitId: string }): Verdict {
  if (actor.kind === "person" && holds(actor, engagement.unitId, "control-office")) return allowed
  return forbidden("releases.refusals.release", ["control-office"])
}

/** Only somebody who holds the role of an external auditor and no other becomes a member. */
export function mayJoin(held: readonly string[]): Verdict {
  return held.includes("external-auditor") ? allowed : forbidden("releases.refusals.notAuditor", ["administrator"])
}
