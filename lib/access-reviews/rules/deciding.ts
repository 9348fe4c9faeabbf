import type { DecideLines, Decision, LineKind } from "@/lib/access-reviews/schema"
import type { Day } from "@/lib/platform/days"
import { change, type FieldError, type Outcome, refused } from "@/lib/platform/refusal"
import { quarterBefore, quarterOf } from "@/lib/platform/periods"

export type Line = { id: string; kind: string; personId: string | null; from: Day; to: Day | null; warnings: readonly string[]; decision: string | null }

/** What can be cut short: roles and positions have a last day; a token, a deputy and an engagement only end. */
export const shortened: readonly LineKind[] = ["grant", "holding"]

/** Which access may be reviewed on a day: that of the quarter that runs, or of the one before. */
export function isReviewable(quarter: string, day: Day): boolean {
  const current = quarterOf(day)
  return quarter === current || quarter === quarterBefore(current)
}

/** What is wrong with one decision about some lines: a missing reason or day, or a day that does not cut short. */
export function deciding(lines: readonly Line[], { decision, until, reason }: Pick<DecideLines, "decision" | "until" | "reason">, day: Day): Outcome<null> {
  const errors: FieldError[] = []
  const wrong = (path: string, key: string) => errors.push({ path, message: `access-reviews.errors.${key}` })
  const warned = lines.some((line) => line.warnings.length > 0)
  if (!reason && decision === "withdraw") wrong("reason", "withdrawReason")
  if (!reason && decision === "keep" && warned) wrong("reason", "keepReason")
  if (decision === "shorten") {
    if (lines.some((line) => !shortened.some((kind) => kind === line.kind))) wrong("decision", "notShortened")
    if (!until || until <= day || lines.some((line) => line.to !== null && until >= line.to)) wrong("until", "until")
  }
  return errors.length > 0 ? refused("invalid", "common.refusals.invalid", { errors }) : change(null)
}

/** The lines that still wait; the runner's own are decided by who confirms, so that nobody judges themselves. */
export function undecided<Row extends Line>(lines: readonly Row[], besides: string | null): Row[] {
  return lines.filter((line) => line.decision === null && (besides === null || line.personId !== besides))
}

export type Progress = { lines: number; decided: number; warned: number } & Record<Decision, number>

/** How far a review has come. */
export function progressOf(lines: readonly Pick<Line, "decision" | "warnings">[]): Progress {
  const count = (decision: Decision) => lines.filter((line) => line.decision === decision).length
  return {
    lines: lines.length, decided: lines.filter((line) => line.decision !== null).length, warned: lines.filter((line) => line.warnings.length > 0).length,
    keep: count("keep"), withdraw: count("withdraw"), shorten: count("shorten"),
  }
}
