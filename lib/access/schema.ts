import { z } from "zod"
import { sessionLimits } from "@/lib/access/rules"
import { roles } from "@/lib/platform/actor"

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const given = z.string().min(1).max(1000)
const version = z.coerce.number().int().optional()
const blank = z.literal("").transform(() => undefined)

export const signInSchema = z.object({ email: z.string().trim().toLowerCase().min(1).max(254), password: given })
export type SignIn = z.output<typeof signInSchema>

export const forgottenSchema = z.object({ email })
export type Forgotten = z.output<typeof forgottenSchema>

export const setPasswordSchema = z.object({ token: given, password: given, passwordAgain: given })
export type SetPassword = z.output<typeof setPasswordSchema>

export const changePasswordSchema = z.object({ currentPassword: given, password: given, passwordAgain: given })
export type ChangePassword = z.output<typeof changePasswordSchema>

export const tokenScopes = ["read", "evidence", "write"] as const
export type TokenScope = (typeof tokenScopes)[number]

export const createTokenSchema = z.object({
  scopes: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(tokenScopes)).min(1, "access.errors.scopes")),
  name: z.string().trim().min(1).max(80),
  days: z.coerce.number().int().min(1).max(366).default(90),
})
export type CreateToken = z.output<typeof createTokenSchema>

const oneOf = (choices: readonly number[]) => z.coerce.number().refine((value) => choices.includes(value), { error: "common.errors.invalid_value" })
export const changeSignInPolicySchema = z.object({
  version,
  idleMinutes: oneOf(sessionLimits.idleMinutes),
  absoluteHours: oneOf(sessionLimits.absoluteHours),
  secondFactorRoles: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(roles))),
})
export type ChangeSignInPolicy = z.output<typeof changeSignInPolicySchema>

export const ofOneSchema = z.object({ id: z.uuid() })
export type OfOne = z.output<typeof ofOneSchema>

export const tokenOfPersonSchema = z.object({ id: z.uuid(), personId: z.uuid() })
export type TokenOfPerson = z.output<typeof tokenOfPersonSchema>

export const oneTimeCodeSchema = z.object({ oneTimeCode: z.string().trim().min(6).max(40) })
export type OneTimeCode = z.output<typeof oneTimeCodeSchema>

// What a browser says of a device's answer, as JSON; whether it is true, the signature tells.
const said = z.string().max(10_000)
const credential = { id: said, rawId: said, type: z.literal("public-key"), clientExtensionResults: z.object({}) }
const json = z.string().max(50_000).transform((text, context) => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    context.addIssue({ code: "custom", message: "access.refusals.passkey" })
    return z.NEVER
  }
})

export const newPasskeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  response: json.pipe(z.object({ ...credential, response: z.object({ clientDataJSON: said, attestationObject: said, transports: z.array(z.string().max(30)).max(10).optional() }) })),
})
export type NewPasskey = z.output<typeof newPasskeySchema>

const signature = json.pipe(z.object({ ...credential, response: z.object({ clientDataJSON: said, authenticatorData: said, signature: said, userHandle: said.optional() }) }))
export const passkeySchema = z.object({ response: signature })
export type Passkey = z.output<typeof passkeySchema>

/**
 * How somebody signed in proves anew who they are, by one of these: the password, a code of their app, a passkey's answer, or
 * the secret that a fresh sign-in with the company account left in this browser.
 */
export const proofShape = {
  password: blank.or(z.string().max(200)).optional(), oneTimeCode: blank.or(z.string().trim().max(40)).optional(),
  passkey: blank.or(signature).optional(), proof: blank.or(z.string().max(100)).optional(),
}
export const proofSchema = z.object(proofShape)
export type Proof = z.output<typeof proofSchema>

export const confirmCodeSchema = z.object({ ...proofShape, oneTimeCode: oneTimeCodeSchema.shape.oneTimeCode })
export type ConfirmCode = z.output<typeof confirmCodeSchema>

export const dropPasskeySchema = z.object({ id: z.uuid(), ...proofShape })
export type DropPasskey = z.output<typeof dropPasskeySchema>

export const askRemovalSchema = z.object({ personId: z.uuid(), reason: z.string().trim().min(1).max(1000) })
export type AskRemoval = z.output<typeof askRemovalSchema>

export const decideRemovalSchema = z.object({ id: z.uuid(), decision: z.enum(["removed", "declined"]) })
export type DecideRemoval = z.output<typeof decideRemovalSchema>

export const ofPersonSchema = z.object({ personId: z.uuid(), version })
export type OfPerson = z.output<typeof ofPersonSchema>

/** Where a person asks from: the address that the server saw, the browser's own words, and the secret that it keeps once somebody has signed in with it. */
export type Visitor = { address: string; agent: string; device?: string | null }
