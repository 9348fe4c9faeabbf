import type { Day } from "@/lib/platform/days"
import type { FieldError } from "@/lib/platform/refusal"
import { earliestRetest, guardOf, type Pace, type RetestProblem, retestProblems, type RetestSampleInput } from "./retest"

const ofSample: readonly RetestProblem[] = ["before-implementation", "in-future", "failed"]
const whateverTheOutcome: readonly RetestProblem[] = ["before-implementation", "in-future", "repeated"]

/** What is wrong with the samples of a retest, each at its field; a failed one needs no full set. */
export function sampleErrors(outcome: "passed" | "failed", implementedOn: Day, pace: Pace, samples: readonly RetestSampleInput[], today: Day): FieldError[] {
  const guard = guardOf(pace)
  const params = { samples: guard.samples, days: guard.days, implementedOn, from: earliestRetest(implementedOn, pace) }
  return retestProblems(implementedOn, pace, samples, today)
    .filter((problem) => outcome === "passed" || whateverTheOutcome.includes(problem))
    .map((problem) => ({ path: pathOf(problem, samples, implementedOn, today), message: `deficiencies.errors.retest.${problem}`, params }))
}

function pathOf(problem: RetestProblem, samples: readonly RetestSampleInput[], implementedOn: Day, today: Day): string {
  if (!ofSample.includes(problem)) return "samples"
  const index = samples.findIndex((sample) =>
    problem === "failed" ? !sample.passed : problem === "in-future" ? sample.occurredOn > today : sample.occurredOn <= implementedOn)
  return `samples.${index}.${problem === "failed" ? "passed" : "occurredOn"}`
}
