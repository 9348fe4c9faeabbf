export type Params = Record<string, string | number>

/** One field that was wrong. `message` is a full message key, `deficiencies.errors.reasonMissing`. */
export type FieldError = { path: string; message: string; params?: Params }

export type RefusalCode =
  | "not-found"
  | "wrong-method"
  | "not-allowed"
  | "separation-of-duties"
  | "stale-version"
  | "wrong-state"
  | "invalid"
  | "conflict"
  | "too-large"
  | "unsupported-type"
  | "rate-limited"
  | "unavailable"
  | "unauthenticated"

/** A kind no: a stable code, what was wrong in words (a message key), who could do it (role codes), and the fields. */
export type Refusal = { code: RefusalCode; message: string; params?: Params; who?: string[]; errors?: FieldError[] }

export type Verdict = { allowed: true } | { allowed: false; refusal: Refusal }
export type Outcome<Change> = { ok: true; change: Change } | { ok: false; refusal: Refusal }
export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export type FormState =
  | { status: "idle" }
  | { status: "refused"; refusal: Refusal; values: Record<string, string | string[]> }
  | { status: "done"; message?: string; params?: Params }
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

/** Thrown inside the door so that the transaction rolls back; the door returns it as a value. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly about: { unitId?: string; subjectId?: string } = {},
  ) {
    super(`${refusal.code}: ${refusal.message}`)
    this.name = "Refused"
  }
}

export const allowed: Verdict = { allowed: true }

/** A policy's no. `who` lists the roles that could do it. */
export function forbidden(message: string, who: string[], code: RefusalCode = "not-allowed"): Verdict {
  return { allowed: false, refusal: { code, message, who } }
}

/** A rule's yes, with what changes. */
export function change<Change>(value: Change): Outcome<Change> {
  return { ok: true, change: value }
}

/** A rule's no. */
export function refused(code: RefusalCode, message: string, more: Omit<Refusal, "code" | "message"> = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, message, ...more } }
}

export function refuse(code: RefusalCode, message: string, more: Omit<Refusal, "code" | "message"> = {}): never {
  throw new Refused({ code, message, ...more })
}

/** Goes on only if the policy allows; the refusal rolls the transaction back. */
export function permit(verdict: Verdict, about: { unitId?: string; id?: string } = {}): void {
  if (!verdict.allowed) throw new Refused(verdict.refusal, { unitId: about.unitId, subjectId: about.id })
}

/** The rule's change, or its refusal thrown. */
export function accept<Change>(outcome: Outcome<Change>): Change {
  if (!outcome.ok) throw new Refused(outcome.refusal)
  return outcome.change
}

/** The row, or *not found*: another unit's row is not to be told from none. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Refused({ code: "not-found", message: "common.refusals.not-found" })
  return row
}

/** Refuses when the reader acted on an older version than the one that stands. */
export function fresh<Row extends { version: number }>(row: Row, seen: number | undefined): Row {
  if (seen !== undefined && seen !== row.version) throw new Refused({ code: "stale-version", message: "common.refusals.stale-version" })
  return row
}
