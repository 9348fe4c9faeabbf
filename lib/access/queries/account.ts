import { secondFactorIn } from "@/lib/access/queries/second-factor"
import { factorsOf, tokenStanding, type TokenStanding } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

export type OpenSession = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; userAgent: string | null }

export type Token = { id: string; name: string; scopes: string[]; createdAt: Date; expiresAt: Date | null; lastUsedAt: Date | null; revokedAt: Date | null }
export type ShownToken = Token & { standing: TokenStanding }

/** The tokens of a person, for themselves and for who reaches them: never their secret. */
export async function tokensOfIn(tx: Tx, personId: string): Promise<Token[]> {
  return tx.$queryRaw<Token[]>`select * from kp_tokens_of(${personId}::uuid)`
}

/** The same with where each stands. */
export async function shownTokensIn(tx: Tx, personId: string, now: Date): Promise<ShownToken[]> {
  return (await tokensOfIn(tx, personId)).map((token) => ({ ...token, standing: tokenStanding(token, now) }))
}

/** One's own account: whether a second factor stands, the sessions that are open, their limits in minutes, and the tokens that were made. */
export async function ownAccount(actor: Actor) {
  const personId = actor.personId ?? ""
  return asReader(actor, async ({ tx, now }) => {
    const [limits] = await tx.$queryRaw<{ idle: number; absolute: number }[]>`
      select extract(epoch from idle)::int / 60 as idle, extract(epoch from absolute)::int / 60 as absolute from kp_sign_in_policy(${personId}::uuid)`
    return { limits, strong: factorsOf(await secondFactorIn(tx, personId)) > 0, sessions: await sessionsOfIn(tx, personId), tokens: await shownTokensIn(tx, personId, now) }
  })
}

/** The open sessions of a person of a unit that one reaches, the latest used first. */
export async function sessionsOfIn(tx: Tx, personId: string): Promise<OpenSession[]> {
  return tx.$queryRaw<OpenSession[]>`select * from kp_sessions_of(${personId}::uuid)`
}
