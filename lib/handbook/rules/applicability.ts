/** A decision for one unit, newest last; one that was withdrawn no longer counts. */
export type Override = { pointId: string; applicable: boolean }

/** Whether a point applies to a unit: what was decided for the unit, else by its kind (domain.md § 1). */
export function applies(kinds: readonly string[], unitKind: string, override: Override | undefined): boolean {
  return override?.applicable ?? kinds.includes(unitKind)
}
