import type { Day } from "@/lib/platform/days"

export type GrantStanding = "standing" | "coming" | "ended" | "revoked"

/** Where a grant of a role stands on a day. */
export function grantStanding(grant: { from: Day; to: Day | null; withdrawnAt: Date | null }, day: Day): GrantStanding {
  if (grant.withdrawnAt) return "revoked"
  if (grant.from > day) return "coming"
  return grant.to !== null && grant.to <= day ? "ended" : "standing"
}
