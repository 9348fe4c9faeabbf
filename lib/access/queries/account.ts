import { secondFactorIn } from "@/lib/access/queries/second-factor"
import { factorsOf, tokenStanding } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

export type OpenSession = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; userAgent: string | null }

const tokenFields = { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true } as const

export type OwnToken = Awaited<ReturnType<typeof ownAccount>>["tokens"][number]

/** One's own account: whether a second factor stands, the sessions that are open, their limits in minutes, and the tokens that were made. */
export async function ownAccount(actor: Actor) {
  const personId = actor.personId ?? ""
  return asReader(actor, async ({ tx, now }) => {
    const tokens = await tx.apiToken.findMany({ where: { personId }, orderBy: { createdAt: "desc" }, take: 50, select: tokenFields })
    const [limits] = await tx.$queryRaw<{ idle: number; absolute: number }[]>`
      select extract(epoch from idle)::int / 60 as idle, extract(epoch from absolute)::int / 60 as absolute from kp_sign_in_policy(${personId}::uuid)`
    return { limits, strong: factorsOf(await secondFactorIn(tx, personId)) > 0, sessions: await sessionsOfIn(tx, personId), tokens: tokens.map((token) => ({ ...token, standing: tokenStanding(token, now) })) }
  })
}

/** The open sessions of a person of a unit that one reaches, the latest used first. */
export async function sessionsOfIn(tx: Tx, personId: string): Promise<OpenSession[]> {
  return tx.$queryRaw<OpenSession[]>`select * from kp_sessions_of(${personId}::uuid)`
}
