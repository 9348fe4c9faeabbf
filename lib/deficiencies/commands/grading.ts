import { type Basis, isBelow, leastGrade, type Thresholds, thresholdsOf } from "@/lib/deficiencies/rules/grading"
import type { GradingInput } from "@/lib/deficiencies/schema/inputs"
import type { Grade } from "@/lib/deficiencies/schema/values"
import type { Actor } from "@/lib/platform/actor"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { refuse, type Result } from "@/lib/platform/refusal"
import { type Changed, changeDeficiency, type Loaded, type Made } from "./change"

/** The plant's proposal; the grade itself is the company's. */
export async function proposeGrade(actor: Actor, input: GradingInput): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "propose-grade", done: "grade-proposed" }, async (work, loaded) => {
    const { set: _, ...proposed } = await judge(work, loaded, input, "proposed")
    return proposed
  })
}

export async function gradeDeficiency(actor: Actor, input: GradingInput): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "grade", done: "graded" }, (work, loaded) => judge(work, loaded, input, "graded"))
}

export async function regradeDeficiency(actor: Actor, input: GradingInput): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "regrade", done: "regraded" }, (work, loaded) => judge(work, loaded, input, "regraded"))
}

/** Leadership's final word on a material weakness, which until then counts as one (domain.md § 5). */
export async function determineGrade(actor: Actor, input: GradingInput): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "determine", done: "determined" }, (work, loaded) => judge(work, loaded, input, "determined"))
}

async function judge({ tx, actor, now }: Work, { row }: Loaded, input: GradingInput, kind: string): Promise<Made> {
  const thresholds = basisOf(input)
  const least = leastGrade(input, thresholds)
  if (isBelow(input.grade, least)) {
    refuse("invalid", "common.refusals.invalid", { errors: [{ path: "grade", message: "deficiencies.errors.gradeTooLow", params: { least: wordOf(least) } }] })
  }
  const materialFrom = thresholds?.material ?? null
  await tx.grading.create({
    data: {
      id: newId(), unitId: row.unitId, deficiencyId: row.id, kind, grade: input.grade, likelihood: input.likelihood, magnitude: input.magnitude ?? null,
      presumed: input.presumed, materialFrom, reason: input.reason, by: actor.personId, at: now,
    },
  })
  return {
    set: { grade: input.grade },
    after: { grade: input.grade, likelihood: input.likelihood, magnitude: input.magnitude, presumed: input.presumed, materialFrom, gradeBefore: row.grade },
    params: { grade: wordOf(input.grade) },
    why: input.reason,
  }
}

// Messages choose their words by it, and cannot choose by a word with a hyphen.
function wordOf(grade: Grade): string {
  return grade.slice(0, grade.indexOf("-"))
}

/** The year's thresholds from the company's figures; all three of them, or none. */
function basisOf({ profitBeforeTax, averageProfit, revenue, assets }: GradingInput): Thresholds | null {
  const given = { profitBeforeTax, revenue, assets }
  const missing = Object.entries(given).filter(([, value]) => value === undefined).map(([path]) => path)
  if (missing.length === 3) return null
  if (profitBeforeTax === undefined || revenue === undefined || assets === undefined) {
    return refuse("invalid", "common.refusals.invalid", { errors: missing.map((path) => ({ path, message: "deficiencies.errors.basisIncomplete" })) })
  }
  const basis: Basis = { profitBeforeTax, averageProfit, revenue, assets }
  return thresholdsOf(basis)
}
