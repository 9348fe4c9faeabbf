import type { Cause } from "@/lib/deficiencies/schema/values"

export const remedies = { execution: "accountability", misunderstanding: "training", design: "change-request", system: "it-change" } as const satisfies Record<Cause, string>
export type Remedy = (typeof remedies)[Cause]

/** Who had a hand in the remediation, with these among them: a replaced remediator stays, and never retests (domain.md § 5). */
export function withHands(before: readonly string[], ...hands: (string | null)[]): string[] {
  return [...new Set([...before, ...hands.filter((hand) => hand !== null)])]
}

/** Where the cause leads: person and accountability, training, a change request, an IT change (domain.md § 5). */
export function remedyOf(cause: Cause): Remedy {
  return remedies[cause]
}
