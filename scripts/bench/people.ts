import { encode } from "next-auth/jwt"
import pg from "pg"
import { v7 } from "uuid"
import { digestOf, newSecret } from "@/lib/platform/secrets"
import type { Product } from "./product"

/** How requests are made as a person: the cookie of a session for pages, tokens for the API. */
export type Visitor = { cookie: string; tokens: string[] }

// One token is held to so many requests a minute: measuring takes turns with several.
const enough = 32

/** Opens a session and makes tokens for an account, as the database's owner. Tokens are seen among the account's own settings. */
export async function visitorOf({ ownerUrl, authSecret }: Product, email: string, tokens = enough): Promise<Visitor> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: [person] } = await client.query<{ id: string }>(`select id from "Person" where email = $1`, [email])
    if (!person) throw new Error(`nobody is ${email}`)
    const session = v7()
    const made = Array.from({ length: tokens }, () => newSecret("kp_"))
    await client.query(`insert into "Session" (id, "personId", "createdAt", "lastSeenAt", "expiresAt") values ($1, $2, now(), now(), now() + interval '1 day')`, [session, person.id])
    for (const token of made) {
      await client.query(`insert into "ApiToken" (id, "personId", name, hash, "createdAt") values ($1, $2, 'bench', $3, now())`, [v7(), person.id, digestOf(token)])
    }
    const cookie = await encode({ token: { sid: session, sub: person.id, email }, secret: authSecret, maxAge: 86_400 })
    return { cookie: `next-auth.session-token=${cookie}; keypoint-locale=zh-CN`, tokens: made }
  } finally {
    await client.end()
  }
}
