export type Params = Record<string, string | number>

/** `message` is a full message key, "deficiencies.errors.reasonMissing"; `path` is the name of the form's field. */
export type FieldError = { path: string; message: string; params?: Params }

export type RefusalCode =
  | "not-found"
  | "not-allowed"
  | "separation-of-duties"
  | "stale-version"
  | "wrong-state"
  | "invalid"
  | "conflict"
  | "too-large"
  | "unsupported-type"
  | "rate-limited"
  | "unauthenticated"

/** `who`: the codes of the roles that could do it. */
export type Refusal = { code: RefusalCode; message: string; params?: Params; who?: string[]; errors?: FieldError[] }

export type FormState =
  | { status: "idle" }
  | { status: "refused"; refusal: Refusal; values: Record<string, string | string[]> }
  | { status: "done"; message?: string; params?: Params }

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
