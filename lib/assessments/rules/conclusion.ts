import { change, type Outcome, refused } from "@/lib/platform/refusal"
import { findingOf, type JudgedSample } from "./exceptions"

/** What a tester may conclude; *not due* is computed and lines exist for applicable points alone. */
export const conclusions = ["effective", "ineffective", "did-not-occur"] as const
export type Conclusion = (typeof conclusions)[number]
export type DeficiencyKind = "design" | "operating"

export type Paper = {
  design: string | null
  conformity: string | null
  populationSize: number | null
  /** Records of the quarter, accepted or waiting for review, that say it did occur. */
  occurrences: number
  samples: readonly JudgedSample[]
  requiredSamples: number
  extension: { possible: boolean; done: boolean }
}

export type Concluded = { conclusion: Conclusion; deficiency: DeficiencyKind | null }

const no = (key: string, path = "conclusion") =>
  refused("invalid", `assessments.refusals.${key}`, { errors: [{ path, message: `assessments.refusals.${key}` }] })

/**
 * Whether the paper bears the conclusion, and which deficiency it raises (domain.md § 4): a failed design skips the
 * operating test; without evidence, or by inquiry alone, a control is never effective (fixed).
 */
export function conclusionOf(paper: Paper, wanted: Conclusion): Outcome<Concluded> {
  if (!paper.design) return no("design-missing")
  if (paper.design === "ineffective") return wanted === "ineffective" ? change({ conclusion: wanted, deficiency: "design" }) : no("design-failed")
  if (!paper.conformity) return no("conformity-missing")
  if (paper.populationSize === null) return no("population-missing")
  if (paper.populationSize === 0) return ofNothing(paper, wanted)
  if (wanted === "did-not-occur") return no("did-occur")
  return operating(paper, wanted)
}

function ofNothing({ occurrences }: Paper, wanted: Conclusion): Outcome<Concluded> {
  if (wanted !== "did-not-occur") return no("population-empty")
  return occurrences === 0 ? change({ conclusion: wanted, deficiency: null }) : no("records-tell")
}

function operating(paper: Paper, wanted: "effective" | "ineffective"): Outcome<Concluded> {
  if (paper.samples.length < paper.requiredSamples) return no("samples-missing")
  const finding = findingOf(paper.samples, paper.extension)
  if (finding === "incomplete") return no("judgements-missing")
  if (finding === "undecided") return no("exceptions-undecided")
  if (wanted === "ineffective") return change({ conclusion: wanted, deficiency: "operating" })
  if (finding === "deficiency") return no("deviation-found")
  if (finding === "may-extend") return no("extend-or-fail")
  if (paper.samples.some((sample) => sample.evidence === "not-applicable")) return no("inquiry-alone")
  if (paper.samples.some((sample) => sample.evidence !== "met" && !isolated(sample))) return no("no-evidence")
  return change({ conclusion: wanted, deficiency: null })
}

// A random deviation that an extension has shown to stand alone.
function isolated(sample: JudgedSample): boolean {
  return sample.decision?.deviation === true && sample.decision.nature === "random"
}
