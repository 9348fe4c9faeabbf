import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretBasic, type Configuration, discovery, fetchUserInfo, randomNonce, randomPKCECodeVerifier,
  randomState,
} from "openid-client"
import { z } from "zod"
import { type Environment, environment } from "@/lib/platform/env"

/** What this browser keeps while it is at the provider: the answer must fit it. */
export const journeySchema = z.object({
  state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string(),
  /** When somebody signed in here went to sign in there anew, in seconds; null for an ordinary sign-in. */
  again: z.number().nullable(),
})
export type Journey = z.output<typeof journeySchema>

/** Who the provider says it is. `strong`: it has asked for more than one factor (RFC 8176, `mfa`). `signedInAt`: when it asked them, in seconds, if it tells. */
export type OpenIdentity = { email: string | null; verified: boolean; strong: boolean; signedInAt: number | null } & OpenDetails
/** What the provider says of somebody beside that, in claims that the installation names. */
type OpenDetails = { name?: string | null; employeeNumber?: string | null; department?: string | null; disabled?: boolean }

const claimsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254).optional(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).optional(),
  amr: z.array(z.string()).optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
})

let known: Promise<Configuration> | undefined

/** Whether single sign-on is set up for this installation. */
export function hasOpenId(): boolean {
  return environment().openId !== undefined
}

/** Where to send a browser to, and what it keeps meanwhile; `again` has the provider ask for the password though it knows the browser. Throws when the provider does not answer. */
export async function beginOpenId(to: string, again = false): Promise<{ address: string; journey: Journey }> {
  const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to, again: again ? Math.floor(Date.now() / 1000) : null }
  const address = buildAuthorizationUrl(await provider(), {
    redirect_uri: callback().href, scope: "openid email", response_type: "code", state: journey.state, nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier), code_challenge_method: "S256",
    ...(again ? { prompt: "login", max_age: "0" } : {}),
  })
  return { address: address.href, journey }
}

/** Trades the answer for who it is: state, nonce, PKCE, signature, issuer and audience are checked. Throws when one does not fit. */
export async function finishOpenId(search: string, journey: Journey): Promise<OpenIdentity> {
  const configuration = await provider()
  const tokens = await authorizationCodeGrant(configuration, Object.assign(callback(), { search }), {
    pkceCodeVerifier: journey.verifier, expectedState: journey.state, expectedNonce: journey.nonce, idTokenExpected: true,
  })
  const token = tokens.claims()
  if (!token) throw new Error("the provider gave no identity")
  const told = token.email === undefined ? { ...(await fetchUserInfo(configuration, tokens.access_token, token.sub)), amr: token.amr, auth_time: token.auth_time } : token
  return { ...identityOf(told), ...detailsOf(told, environment().openId?.claims ?? {}) }
}

/** For the operator: why single sign-on failed. The library's words name what did not fit; codes and tokens are not among them. */
export function tellFailed(error: unknown): null {
  process.stderr.write(`openid: ${error instanceof Error ? error.message : "failed"}\n`)
  return null
}

/** What counts of the claims. An address that the provider has not checked proves nothing. */
export function identityOf(claims: unknown): OpenIdentity {
  const { email, email_verified: verified, amr, auth_time: signedInAt } = claimsSchema.parse(claims)
  return { email: email ?? null, verified: verified === true, strong: amr?.includes("mfa") ?? false, signedInAt: signedInAt ?? null }
}

const texts = z.union([z.string(), z.number()]).transform((value) => String(value).trim().slice(0, 120)).catch("")
const truths = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).catch(false)

/** The claims that the installation names; what is not named, or not told, says nothing. */
export function detailsOf(claims: unknown, named: { employeeNumber?: string; department?: string; disabled?: string }): OpenDetails {
  const all = z.record(z.string(), z.unknown()).catch({}).parse(claims)
  const text = (claim: string | undefined) => (claim === undefined ? null : texts.parse(all[claim]) || null)
  return { name: text("name"), employeeNumber: text(named.employeeNumber), department: text(named.department), disabled: named.disabled !== undefined && truths.parse(all[named.disabled]) }
}

async function provider(): Promise<Configuration> {
  const { openId } = environment()
  if (!openId) throw new Error("OIDC_ISSUER is not set")
  known = known ?? discover(openId)
  try {
    return await known
  } catch (error) {
    // Asked anew by the next who signs in.
    known = undefined
    throw error
  }
}

function discover({ issuer, clientId, clientSecret }: NonNullable<Environment["openId"]>): Promise<Configuration> {
  const address = new URL(issuer)
  // The environment lets http pass only on this machine.
  const execute = address.protocol === "http:" ? [allowInsecureRequests] : []
  return discovery(address, clientId, undefined, ClientSecretBasic(clientSecret), { execute, timeout: 10 })
}

function callback(): URL {
  return new URL("/api/sign-in/openid/callback", environment().url)
}
