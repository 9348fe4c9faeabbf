import "server-only"
import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { decode, encode } from "next-auth/jwt"
import { cache } from "react"
import type { Actor } from "@/lib/platform/actor"
import { actorOfSession } from "@/lib/platform/identity"
import { isId } from "@/lib/platform/ids"

const lifetime = 7 * 24 * 3600

export function secure(): boolean {
  return (process.env.KEYPOINT_URL ?? "").startsWith("https:")
}

export function cookieName(): string {
  return `${secure() ? "__Secure-" : ""}next-auth.session-token`
}

export function secret(): string {
  const value = process.env.KEYPOINT_AUTH_SECRET
  if (!value) throw new Error("KEYPOINT_AUTH_SECRET is not set: start Keypoint with npm start")
  return value
}

/** The session id in next-auth's own cookie; the row behind it decides whether it still holds. */
export async function sessionId(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value
  return token ? await sessionIn(token) : null
}

// Deriving the key and decrypting takes longer than asking the database, and gives the same for the same token.
const opened = new Map<string, { id: string; until: number }>()

async function sessionIn(token: string): Promise<string | null> {
  const known = opened.get(token)
  if (known && known.until * 1000 > Date.now()) return known.id
  const claims = await decode({ token, secret: secret() }).catch(() => null)
  if (typeof claims?.sid !== "string" || !isId(claims.sid)) return null
  if (opened.size >= 10_000) opened.clear()
  if (typeof claims.exp === "number") opened.set(token, { id: claims.sid, until: claims.exp })
  return claims.sid
}

/** Who is signed in, read once per request; null when nobody is. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const id = await sessionId()
  return id ? actorOfSession(id) : null
})

/** Who is signed in, or off to the sign-in page, which leads back here. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const path = (await headers()).get("x-keypoint-path") ?? "/"
  redirect(path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`)
}

/** Gives the browser next-auth's cookie for an opened session (only in actions and route handlers). */
export async function rememberSession(id: string, person: { personId: string; email: string }): Promise<void> {
  const token = await encode({ token: { sid: id, sub: person.personId, email: person.email }, secret: secret(), maxAge: lifetime })
  ;(await cookies()).set(cookieName(), token, { httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge: lifetime })
}

export async function forgetSession(): Promise<void> {
  ;(await cookies()).delete(cookieName())
}
