import { yearOf, type Quarter } from "@/lib/platform/periods"
import { bandOf, estimateYear, extensionSize, type Plan, quarterSize, yearSize } from "./sizes"

type Point = { frequency: string; nature: string; quarter: Quarter; highRisk: boolean }
type Earlier = { quarter: Quarter; conclusion: string | null; populationSize: number | null; samples: number; design: string | null; conformity: string | null }

export type SamplePlan = {
  yearCount: number
  strict: boolean
  earlier: number
  minimum: number
  maximum: number
  year: number
  quarter: number
  extension: number
}

/** The samples that a paper needs, from its point, the year's earlier papers and this quarter's population (domain.md § 4). */
export function samplePlan(point: Point, earlier: readonly Earlier[], population: number): SamplePlan {
  const thisYear = earlier.filter((test) => yearOf(test.quarter) === yearOf(point.quarter))
  const counts = [...thisYear.flatMap((test) => (test.populationSize === null ? [] : [test.populationSize])), population]
  const plan: Plan = {
    frequency: point.frequency,
    nature: point.nature,
    quarter: point.quarter,
    yearCount: estimateYear(counts),
    strict: point.highRisk || earlier.some((test) => test.conclusion === "ineffective"),
    earlier: thisYear.reduce((sum, test) => sum + test.samples, 0),
    population,
  }
  const { minimum, maximum } = bandOf(plan)
  return {
    yearCount: plan.yearCount, strict: plan.strict, earlier: plan.earlier, minimum, maximum,
    year: yearSize(plan), quarter: quarterSize(plan), extension: extensionSize(plan),
  }
}

/** The earlier quarters of the year whose paper tested the part itself and found nothing: *no change since* may name them. */
export function quartersToRest(part: "design" | "conformity", quarter: Quarter, earlier: readonly Earlier[]): Quarter[] {
  const good = part === "design" ? ["effective"] : ["same", "better"]
  return earlier.filter((test) => yearOf(test.quarter) === yearOf(quarter) && good.includes(test[part] ?? "")).map((test) => test.quarter)
}
