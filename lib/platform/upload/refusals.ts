import type { FieldError, Refusal } from "@/lib/platform/refusal"

const no = (code: "unauthenticated" | "not-allowed", message: string) => ({ ok: false, refusal: { code, message }, values: {} }) as const

/** Nobody is signed in. */
export const unauthenticated = no("unauthenticated", "common.refusals.unauthenticated")
/** The form was sent by a page of another site. */
export const foreign = no("not-allowed", "common.refusals.origin")

/** What is said above the files of a form that were not taken, by what is wrong with them. */
export function refusedFiles(errors: FieldError[]): Refusal {
  const says = (key: string) => errors.some(({ message }) => message === `common.errors.${key}`)
  if (says("namedFileTooLarge")) return { code: "too-large", message: "common.refusals.too-large", errors }
  if (["fileMismatch", "fileEncoding", "fileUnsupported"].some(says)) return { code: "unsupported-type", message: "common.refusals.unsupported-type", errors }
  return { code: "invalid", message: "common.refusals.invalid", errors }
}
