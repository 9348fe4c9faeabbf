import type { z } from "zod"
import type { FieldError, Refusal } from "@/lib/platform/refusal"

/** Form data as plain values: a name that comes more than once, or ends in `[]`, is a list. Files are left out. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue
    const key = name.replace(/\[\]$/, "")
    // PostgreSQL's texts hold no NUL, and no keyboard types one.
    const text = value.replaceAll("\0", "")
    const before = values[key]
    if (before === undefined) values[key] = name.endsWith("[]") ? [text] : text
    else values[key] = [...(Array.isArray(before) ? before : [before]), text]
  }
  return values
}

/** What may go back into the form: all that was typed but passwords, one-time codes and other proofs of who it is. */
export function keepable(values: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|oneTimeCode|^passkey$|^proof$/i.test(name)))
}

/** What zod found, at its fields. A schema's own message that is a key (`room.errors.name`) is kept. */
export function invalid(error: z.ZodError): Refusal {
  const errors = error.issues.map((issue): FieldError => ({ path: issue.path.join("."), message: wording(issue), params: limits(issue) }))
  return { code: "invalid", message: "common.refusals.invalid", errors }
}

function wording(issue: z.core.$ZodIssue): string {
  if (/^[a-z-]+\.[\w.-]+$/.test(issue.message)) return issue.message
  const missing = issue.code === "invalid_type" || (issue.code === "too_small" && issue.minimum === 1) || issue.input === ""
  return missing ? "common.errors.missing" : `common.errors.${issue.code}`
}

function limits(issue: z.core.$ZodIssue): Record<string, number> | undefined {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) }
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) }
  return undefined
}
