const no = (code: "unauthenticated" | "not-allowed", message: string) => ({ ok: false, refusal: { code, message }, values: {} }) as const

/** Nobody is signed in. */
export const unauthenticated = no("unauthenticated", "common.refusals.unauthenticated")
/** The form was sent by a page of another site. */
export const foreign = no("not-allowed", "common.refusals.origin")
