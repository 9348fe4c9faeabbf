import type { Paper } from "./conclusion"
import type { JudgedSample } from "./exceptions"

/** The first attribute of every sample: was its record seen? met: inspected; not-met: not produced; not-applicable: told only. */
export const evidenceKey = "evidence"

type Judgement = { key: string; outcome: string; note: string | null }
export type SampleFacts = {
  draw: { extension: boolean }
  item: { versionId: string | null }
  judgements: readonly Judgement[]
  exception: { deviation: boolean; nature: string | null } | null
}

/**
 * A sample as the rules read it: the point's attributes and the evidence's own, each judged. An original that lies
 * elsewhere counts once place and number are noted (domain.md § 3).
 */
export function judgedSample(sample: SampleFacts, keys: readonly string[]): JudgedSample {
  const of = (key: string) => sample.judgements.find((judgement) => judgement.key === key)
  const seen = of(evidenceKey)
  const unplaced = seen?.outcome === "met" && !sample.item.versionId && !seen.note
  return {
    extension: sample.draw.extension,
    evidence: seen && !unplaced ? evidenceOf(seen.outcome) : null,
    complete: !unplaced && [evidenceKey, ...keys].every((key) => of(key) !== undefined),
    failed: sample.judgements.some((judgement) => judgement.outcome === "not-met"),
    decision: sample.exception,
  }
}

function evidenceOf(outcome: string): JudgedSample["evidence"] {
  return outcome === "met" || outcome === "not-met" ? outcome : "not-applicable"
}

type Present = {
  design: { result: string } | null
  conformity: { result: string } | null
  population: { size: number } | null
  samples: readonly SampleFacts[]
}

/** The paper as the rules read it; which records tell of the quarter stands elsewhere. */
export function paperFacts(present: Present, keys: readonly string[], plan: { quarter: number; extension: number }): Omit<Paper, "occurrences"> {
  const done = present.samples.some((sample) => sample.draw.extension)
  const left = (present.population?.size ?? 0) - present.samples.length
  return {
    design: present.design?.result ?? null,
    conformity: present.conformity?.result ?? null,
    populationSize: present.population?.size ?? null,
    samples: present.samples.map((sample) => judgedSample(sample, keys)),
    requiredSamples: plan.quarter,
    extension: { possible: plan.extension > 0 && left > 0 && !done, done },
  }
}
