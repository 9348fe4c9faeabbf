import { readSecondFactor, secondFactorOf } from "@/lib/access/queries/second-factor"
import { factorsOf, tokenStanding, type TokenStanding } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"

export type OpenSession = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; userAgent: string | null }

export type Token = { id: string; name: string; scopes: string[]; createdAt: Date; expiresAt: Date | null; lastUsedAt: Date | null; revokedAt: Date | null }
export type ShownToken = Token & { standing: TokenStanding }

/** The tokens of a person, for themselves and for who reaches them: never their secret. */
export async function tokensOfIn(tx: Tx, personId: string): Promise<Token[]> {
  return tx.$queryRaw<Token[]>(tokensOf(personId))
}

/** The same with where each stands. */
export async function shownTokensIn(tx: Tx, personId: string, now: Date): Promise<ShownToken[]> {
  return (await tokensOfIn(tx, personId)).map((token) => standingNow(token, now))
}

/** One's own account: whether a second factor stands, the sessions that are open, their limits in minutes, and the tokens that were made. */
export async function ownAccount(actor: Actor) {
  const personId = actor.personId ?? ""
  return asReader(actor, async ({ tx, now }) => {
    const { limits: [limits], factor, sessions, tokens } = await askAtOnce(tx, {
      limits: rowsOf<{ idle: number; absolute: number }>(Prisma.sql`
        select extract(epoch from idle)::int / 60 as idle, extract(epoch from absolute)::int / 60 as absolute from kp_sign_in_policy(${personId}::uuid)`),
      factor: secondFactorOf(personId), sessions: rowsOf<Told<OpenSession>>(sessionsOf(personId)), tokens: rowsOf<Told<Token>>(tokensOf(personId)),
    })
    return {
      limits, strong: factorsOf(readSecondFactor(factor)) > 0,
      sessions: sessions.map((row): OpenSession => ({ ...row, createdAt: new Date(row.createdAt), lastSeenAt: new Date(row.lastSeenAt), expiresAt: new Date(row.expiresAt) })),
      tokens: tokens.map((row) => standingNow({ ...row, createdAt: new Date(row.createdAt), expiresAt: dated(row.expiresAt), lastUsedAt: dated(row.lastUsedAt), revokedAt: dated(row.revokedAt) }, now)),
    }
  })
}

/** The open sessions of a person of a unit that one reaches, the latest used first. */
export async function sessionsOfIn(tx: Tx, personId: string): Promise<OpenSession[]> {
  return tx.$queryRaw<OpenSession[]>(sessionsOf(personId))
}

function tokensOf(personId: string): Prisma.Sql {
  return Prisma.sql`select * from kp_tokens_of(${personId}::uuid)`
}

function sessionsOf(personId: string): Prisma.Sql {
  return Prisma.sql`select * from kp_sessions_of(${personId}::uuid)`
}

function standingNow(token: Token, now: Date): ShownToken {
  return { ...token, standing: tokenStanding(token, now) }
}

// What comes beside other answers is JSON, where a moment is a text.
type Told<Row> = { [Name in keyof Row]: Date extends Row[Name] ? string | Exclude<Row[Name], Date> : Row[Name] }

function dated(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment)
}
