import { createHash } from "node:crypto"
import { ordered } from "@/lib/platform/canonical"
import type { StatementFacts } from "@/lib/statements/schema"

export const factNames = [
  "applicable", "tested", "effective", "ineffective", "didNotOccur", "notDue", "unfinished",
  "materialWeakness", "significantDeficiency", "controlDeficiency", "ungraded",
] as const
export type FactName = (typeof factNames)[number]
export type FactChange = { fact: FactName; before: number; after: number }
/** An unfinished test whose standing changed; null where it was not, or is no longer, unfinished. */
export type TestChange = { code: string; before: string | null; after: string | null }

/** Every fact as a number, by the name under which it is shown. */
export function numbersOf(facts: StatementFacts): Record<FactName, number> {
  const { unfinished, open, ...counts } = facts
  return {
    ...counts,
    unfinished: unfinished.length,
    materialWeakness: open["material-weakness"],
    significantDeficiency: open["significant-deficiency"],
    controlDeficiency: open["control-deficiency"],
    ungraded: open.ungraded,
  }
}

/** What differs between what was read and what stands. */
export function changesBetween(before: StatementFacts, after: StatementFacts): FactChange[] {
  const [old, now] = [numbersOf(before), numbersOf(after)]
  return factNames.filter((fact) => old[fact] !== now[fact]).map((fact) => ({ fact, before: old[fact], after: now[fact] }))
}

/**
 * The unfinished tests that came, went or got on between what was read and what stands: the counts may be the same. Of a quarter that
 * has been opened since there are none: no test was there before, and the counts say so.
 */
export function testChangesBetween(before: StatementFacts, after: StatementFacts): TestChange[] {
  if (before.applicable === 0) return []
  const [old, now] = [before, after].map(({ unfinished }) => new Map(unfinished.map(({ code, status }) => [code, status])))
  const codes = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...codes].map((code) => ({ code, before: old?.get(code) ?? null, after: now?.get(code) ?? null })).filter((test) => test.before !== test.after)
}

/** SHA-256 in hex of the facts: two snapshots are the same facts exactly when it is the same. */
export function factsHash(facts: StatementFacts): string {
  return createHash("sha256").update(ordered(facts)).digest("hex")
}

/** SHA-256 in hex of what is signed: the text and the facts, as canonical JSON. */
export function signedHash(text: string, facts: StatementFacts): string {
  return createHash("sha256").update(ordered({ facts, text })).digest("hex")
}
