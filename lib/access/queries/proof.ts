import { secondFactorIn } from "@/lib/access/queries/second-factor"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { hasOpenId } from "@/lib/platform/openid"
import { digestOf } from "@/lib/platform/secrets"

/** With what somebody can prove who they are once more; `fresh` is a sign-in that this browser has just come back from. */
export type Ways = { password: boolean; code: boolean; passkey: boolean; openId: boolean; fresh: { createdAt: Date; expiresAt: Date } | null }

export async function waysToProve(actor: Actor, proof: string | null): Promise<Ways> {
  return asReader(actor, async ({ tx }) => {
    const factor = await secondFactorIn(tx, actor.personId ?? "")
    const [own] = await tx.$queryRaw<{ password: boolean }[]>`select kp_has_password() as password`
    const [fresh] = proof ? await tx.$queryRaw<{ createdAt: Date; expiresAt: Date }[]>`select * from kp_see_proof(${digestOf(proof)})` : []
    return { password: own?.password ?? false, code: factor.code !== null, passkey: factor.passkeys.length > 0, openId: hasOpenId(), fresh: fresh ?? null }
  })
}
