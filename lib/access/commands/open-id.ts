import { type Entered, enterAs } from "@/lib/access/commands/sign-in"
import type { Visitor } from "@/lib/access/schema"
import { noticeSignIn } from "@/lib/personnel/commands/notice"
import { actorOfEmail } from "@/lib/platform/identity"
import type { OpenIdentity } from "@/lib/platform/openid"
import { refused, type Result } from "@/lib/platform/refusal"

/**
 * Lets in whom the company's own sign-in has named: somebody with an open account here, by the address that the provider
 * has checked. Nobody is entered by it: somebody unknown, moved or disabled there is listed for the administrator. Our second factor is asked for unless the provider has asked for several itself.
 */
export async function signInByOpenId(identity: OpenIdentity, from: Visitor): Promise<Result<Entered>> {
  const actor = identity.email !== null && identity.verified ? await actorOfEmail(identity.email) : null
  if (!actor || identity.disabled || identity.department) await noticeSignIn(identity)
  if (identity.disabled) return refused("unauthenticated", "access.refusals.openId")
  return actor ? enterAs(actor, from, identity.strong) : refused("unauthenticated", "access.refusals.openId")
}
