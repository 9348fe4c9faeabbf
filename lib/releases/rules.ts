import { change, type Outcome, refused } from "@/lib/platform/refusal"
import type { ReleaseKind } from "@/lib/releases/schema"

/** Something in scope: what it is, and the code, number or name by which it is listed. */
export type ScopeItem = { kind: ReleaseKind; id: string; label: string }
export type Split = { released: ScopeItem[]; withheld: ScopeItem[] }

const keyOf = ({ kind, id }: ScopeItem) => `${kind}:${id}`

/**
 * A release names everything in scope that is not named yet (domain.md § 6: an engagement by default releases everything,
 * contested, withdrawn and accepted deficiencies included); what is withheld has to be in scope, and is listed.
 */
export function split(scope: ScopeItem[], already: ReadonlySet<string>, withhold: readonly string[]): Outcome<Split> {
  const known = new Set(scope.map(keyOf))
  if (withhold.some((key) => !known.has(key))) {
    return refused("invalid", "common.refusals.invalid", { errors: [{ path: "withhold", message: "releases.errors.outOfScope" }] })
  }
  const open = scope.filter((item) => !already.has(keyOf(item)))
  const released = open.filter((item) => !withhold.includes(keyOf(item)))
  if (released.length === 0) return refused("conflict", scope.length === 0 ? "releases.refusals.nothing" : "releases.refusals.nothingNew")
  return change({ released, withheld: open.filter((item) => withhold.includes(keyOf(item))) })
}

export function countsOf(items: readonly { kind: string }[]): Record<ReleaseKind, number> {
  const count = (kind: ReleaseKind) => items.filter((item) => item.kind === kind).length
  return { assessment: count("assessment"), test: count("test"), record: count("record"), deficiency: count("deficiency"), statement: count("statement") }
}
