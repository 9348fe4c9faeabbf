import type { LineKind } from "@/lib/access-reviews/schema"

/** What speaks against an access that is kept. */
export const warnings = ["unused", "conflict", "leaver", "no-second-factor"] as const
export type Warning = (typeof warnings)[number]

/** Days without use from which an access counts as unused. */
export const unusedDays = 90

type Access = {
  kind: LineKind
  since: Date
  lastUsedAt: Date | null
  /** The account is closed, or the person's departure is open. */
  leaver: boolean
  lacksFactor: boolean
  conflicts: readonly string[]
}

/**
 * The warnings that an access bears on the day that the list is frozen. A position and an engagement are not used by themselves:
 * whether the person works here says so, and an engagement has its days.
 */
export function warningsOf(access: Access, now: Date): Warning[] {
  const used = access.lastUsedAt ?? access.since
  const unused = access.kind !== "engagement" && now.getTime() - used.getTime() > unusedDays * 86_400_000
  return warnings.filter((warning) => ({
    unused,
    conflict: access.kind === "grant" && access.conflicts.length > 0,
    leaver: access.leaver,
    "no-second-factor": access.kind === "grant" && access.lacksFactor,
  })[warning])
}
