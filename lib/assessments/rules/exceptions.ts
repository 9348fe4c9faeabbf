export const exceptionNatures = ["systematic", "deliberate", "random"] as const

export type JudgedSample = {
  /** Drawn by an extension. */
  extension: boolean
  /** How the record behind the sample was seen: inspected, not produced, by inquiry alone; null while not judged. */
  evidence: "met" | "not-met" | "not-applicable" | null
  /** Whether each attribute of the point has been judged. */
  complete: boolean
  /** Whether an attribute is not met, the evidence's included. */
  failed: boolean
  decision: { deviation: boolean; nature: string | null } | null
}

export type Finding = "incomplete" | "undecided" | "clean" | "may-extend" | "deficiency"

/**
 * The decision tree (domain.md § 4): no deviation is clean; a systematic or deliberate one is a deficiency; a random one
 * allows extending once, where the frequency does; a new deviation then, or any otherwise, is a deficiency.
 */
export function findingOf(samples: readonly JudgedSample[], extension: { possible: boolean; done: boolean }): Finding {
  if (samples.length === 0 || samples.some((sample) => !sample.complete)) return "incomplete"
  if (samples.some((sample) => sample.failed && !sample.decision)) return "undecided"
  const deviating = samples.filter((sample) => sample.failed && sample.decision?.deviation)
  if (deviating.length === 0) return "clean"
  if (deviating.some((sample) => sample.decision?.nature !== "random")) return "deficiency"
  if (extension.done) return deviating.some((sample) => sample.extension) ? "deficiency" : "clean"
  return extension.possible ? "may-extend" : "deficiency"
}
