import type { ObligationKind } from "@/lib/evidence/rules/due"
import type { Day } from "@/lib/platform/days"
import { change, type FieldError, type Outcome, refused } from "@/lib/platform/refusal"

export type GivenContents = {
  occurred: "yes" | "no"
  kind?: string
  occurredOn?: Day
  performedBy?: string
  reference?: string
  amount?: string
  counterparty?: string
  count?: number
  source?: string
  location?: string
  note: string
}
export type Answered = { kind: ObligationKind; periodStart: Day }
/** The kind of a version that is no kind of paper. */
export const registerKind = "register"
export const absentKind = "did-not-occur"

/** What a version will hold; a version that says *did not occur* holds its reason alone. */
export type Contents = Omit<GivenContents, "occurred" | "kind"> & { occurred: boolean; kind: string }

/**
 * What a record, a register and a *did not occur* must say (domain.md § 3): a record its kind, the control's date and a file;
 * a register the count, its source and where the originals lie, or the list itself; what did not occur, why.
 */
export function contentsOf(given: GivenContents, answered: readonly Answered[], fileCount: number, today: Day): Outcome<Contents> {
  const errors = [...timeErrors(given, answered, today), ...missing(given, answered, fileCount)]
  if (errors.length > 0) return refused("invalid", "common.refusals.invalid", { errors })
  const { occurred, kind, ...rest } = given
  if (occurred === "no") return change({ occurred: false, kind: absentKind, note: given.note })
  return change({ ...rest, occurred: true, kind: answered[0]?.kind === "register" ? registerKind : (kind ?? "") })
}

function missing(given: GivenContents, answered: readonly Answered[], fileCount: number): FieldError[] {
  if (new Set(answered.map(({ kind }) => kind)).size > 1) return [error("obligationIds", "oneKind")]
  if (given.occurred === "no") return given.note === "" ? [error("note", "whyNot")] : []
  const errors: FieldError[] = []
  if (answered[0]?.kind === "register") {
    if (given.count === undefined || given.count < 1) errors.push(error("count", "count"))
    if (!given.source) errors.push(error("source", "source"))
    if (!given.location && fileCount === 0) errors.push(error("location", "location"))
    return errors
  }
  if (!given.kind) errors.push(error("kind", "kind"))
  if (!given.occurredOn) errors.push(error("occurredOn", "occurredOn"))
  if (fileCount === 0) errors.push(error("file", "noFile"))
  return errors
}

function timeErrors(given: GivenContents, answered: readonly Answered[], today: Day): FieldError[] {
  const future = given.occurredOn !== undefined && given.occurredOn > today ? [error("occurredOn", "future")] : []
  const early = answered.some(({ periodStart }) => periodStart > today) ? [error("obligationIds", "notBegun")] : []
  return [...future, ...early]
}

function error(path: string, key: string): FieldError {
  return { path, message: `evidence.errors.${key}` }
}
