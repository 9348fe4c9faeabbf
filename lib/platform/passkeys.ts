import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
} from "@simplewebauthn/server"
import { environment } from "@/lib/platform/env"

type Registered = Parameters<typeof verifyRegistrationResponse>[0]["response"]
type Asserted = Parameters<typeof verifyAuthenticationResponse>[0]["response"]
/** A credential as it is kept; the public key in base64url. */
export type KeptPasskey = { credentialId: string; publicKey: string; counter: number }

// EdDSA, ES256, RS256: what every device knows. The library's own list asks the runtime for more, which warns.
const algorithms = [-8, -7, -257]
const place = () => ({ expectedOrigin: environment().url, expectedRPID: new URL(environment().url).hostname })

/** What a browser needs to make a passkey that finds its person by itself and asks for finger, face or PIN. */
export async function newPasskeyOptions(person: { id: string; email: string; name: string }, known: { credential: string; transports: string[] }[]) {
  return generateRegistrationOptions({
    rpName: "Keypoint", rpID: place().expectedRPID, userID: new TextEncoder().encode(person.id), userName: person.email, userDisplayName: person.name,
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
    supportedAlgorithmIDs: algorithms, authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
}

/** What a browser needs to sign with any passkey that it has for us. */
export async function passkeySignInOptions() {
  return generateAuthenticationOptions({ rpID: place().expectedRPID, userVerification: "required" })
}

/** The same for one of these passkeys alone: somebody who is signed in proves that it is still them. */
export async function signingOptions(own: { credential: string; transports: string[] }[]) {
  const allowCredentials = own.map(({ credential, transports }) => ({ id: credential, transports }))
  return generateAuthenticationOptions({ rpID: place().expectedRPID, userVerification: "required", allowCredentials })
}

/** The new credential and the challenge that it signed; null when the answer is not a good one for this address. */
export async function readNewPasskey(response: Registered): Promise<(KeptPasskey & { challenge: string; transports: string[] }) | null> {
  const told = challenge()
  const answer = await verifyRegistrationResponse({ response, expectedChallenge: told.note, ...place(), requireUserVerification: true, supportedAlgorithmIDs: algorithms }).catch(() => null)
  if (!answer?.verified) return null
  const { id, publicKey, counter } = answer.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, challenge: told.value(), transports: response.response.transports ?? [] }
}

/** The challenge that was signed with the kept credential, and its new counter; null when the signature is not good. */
export async function readPasskey(response: Asserted, kept: KeptPasskey): Promise<{ challenge: string; counter: number } | null> {
  const told = challenge()
  const credential = { id: kept.credentialId, publicKey: new Uint8Array(Buffer.from(kept.publicKey, "base64url")), counter: kept.counter }
  const answer = await verifyAuthenticationResponse({ response, expectedChallenge: told.note, ...place(), credential, requireUserVerification: true }).catch(() => null)
  return answer?.verified ? { challenge: told.value(), counter: answer.authenticationInfo.newCounter } : null
}

// Whether it was ours is asked of the database, where it is spent in the same transaction.
function challenge() {
  let seen = ""
  return { note: (value: string) => Boolean((seen = value)), value: () => seen }
}
