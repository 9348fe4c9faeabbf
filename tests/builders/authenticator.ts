import { Secret, TOTP } from "otpauth"
import { confirmCode, makeRecoveryCodes, startCode } from "@/lib/access/commands/second-factor"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import type { Actor } from "@/lib/platform/actor"
import { done } from "./outcome"
import { asOwner } from "./owner"

/** What an authenticator app shows for a secret at a moment. */
export function codeOfApp(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}

/** Gives a person an authenticator app and recovery codes, as they would do it in an open session. */
export async function withApp(actor: Actor, sessionId: string, password = "tide lantern copper nine") {
  await done(startCode(actor))
  const secret = (await ownSecondFactor(actor)).enrolment?.secret ?? ""
  await done(confirmCode(actor, { oneTimeCode: codeOfApp(secret), password }, { address: "192.0.2.99", agent: "test" }, { sessionId }))
  const { codes } = await done(makeRecoveryCodes(actor, { password }))
  return { secret, codes }
}

/** As if the last code had been used long ago, so that the present one is good. */
export async function nextCode(actor: Actor, secret: string): Promise<string> {
  await asOwner(`update "OneTimeCode" set "lastStep" = 0 where "personId" = $1`, [actor.personId])
  return codeOfApp(secret)
}
