import { mayKeepSignIn } from "@/lib/access/policy"
import { sessionLimits } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

const fields = { idleMinutes: true, absoluteHours: true, secondFactorRoles: true, version: true } as const

/** How the people of a company sign in; the defaults, as version 0, until an administrator says otherwise. */
export async function signInPolicyIn(tx: Tx, companyId: string) {
  const row = await tx.signInPolicy.findUnique({ where: { unitId: companyId }, select: fields })
  return row ?? { idleMinutes: sessionLimits.idleMinutes[0], absoluteHours: sessionLimits.absoluteHours[0], secondFactorRoles: [], version: 0 }
}

/** The company's rules of signing in, for who reaches the company; null for others. */
export async function signInPolicyPage(actor: Actor) {
  const companyId = actor.units?.find((unit) => unit.parentId === null)?.id
  if (!companyId) return null
  return asReader(actor, async ({ tx }) => ({ ...(await signInPolicyIn(tx, companyId)), verdict: mayKeepSignIn(actor, companyId) }))
}
