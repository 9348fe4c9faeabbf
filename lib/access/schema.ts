import { z } from "zod"
import { sessionLimits } from "@/lib/access/rules"
import { roles } from "@/lib/platform/actor"

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const given = z.string().min(1).max(1000)
const version = z.coerce.number().int().optional()

export const signInSchema = z.object({ email: z.string().trim().toLowerCase().min(1).max(254), password: given })
export type SignIn = z.output<typeof signInSchema>

export const forgottenSchema = z.object({ email })
export type Forgotten = z.output<typeof forgottenSchema>

export const setPasswordSchema = z.object({ token: given, password: given, passwordAgain: given })
export type SetPassword = z.output<typeof setPasswordSchema>

export const changePasswordSchema = z.object({ currentPassword: given, password: given, passwordAgain: given })
export type ChangePassword = z.output<typeof changePasswordSchema>

export const createTokenSchema = z.object({
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

export const oneTimeCodeSchema = z.object({ oneTimeCode: z.string().trim().min(6).max(40) })
export type OneTimeCode = z.output<typeof oneTimeCodeSchema>

export const withPasswordSchema = z.object({ currentPassword: given })
export type WithPassword = z.output<typeof withPasswordSchema>

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

export const passkeySchema = z.object({
  response: json.pipe(z.object({ ...credential, response: z.object({ clientDataJSON: said, authenticatorData: said, signature: said, userHandle: said.optional() }) })),
})
export type Passkey = z.output<typeof passkeySchema>

export const dropPasskeySchema = z.object({ id: z.uuid(), currentPassword: given })
export type DropPasskey = z.output<typeof dropPasskeySchema>

export const askRemovalSchema = z.object({ personId: z.uuid(), reason: z.string().trim().min(1).max(1000) })
export type AskRemoval = z.output<typeof askRemovalSchema>

export const decideRemovalSchema = z.object({ id: z.uuid(), decision: z.enum(["removed", "declined"]) })
export type DecideRemoval = z.output<typeof decideRemovalSchema>

export const ofPersonSchema = z.object({ personId: z.uuid(), version })
export type OfPerson = z.output<typeof ofPersonSchema>

/** Where a person asks from: the address that the server saw and the browser's own words. */
export type Visitor = { address: string; agent: string }
