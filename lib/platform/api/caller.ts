import { createHash } from "node:crypto"
import type { Actor } from "@/lib/platform/actor"
import { actorOfToken } from "@/lib/platform/identity"
import type { Refusal, Result } from "@/lib/platform/refusal"

const unauthenticated: Refusal = { code: "unauthenticated", message: "common.refusals.unauthenticated" }
const outside: Refusal = { code: "not-allowed", message: "common.refusals.scope" }
const tooMany: Refusal = { code: "rate-limited", message: "common.refusals.rate-limited" }

/** The token's person, or 401; a token acts as its person and no more (interfaces.md, "HTTP"). */
export async function callerOf(request: Request): Promise<Result<Actor>> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get("authorization") ?? "")?.[1]
  if (!token) return { ok: false, refusal: unauthenticated }
  const hash = hashToken(token)
  if (isTooBusy(hash)) return { ok: false, refusal: tooMany }
  const actor = await actorOfToken(hash)
  if (!actor) return { ok: false, refusal: unauthenticated }
  return isWithin(actor.scopes ?? [], request) ? { ok: true, value: actor } : { ok: false, refusal: outside }
}

/** What a token may be used for: reading, logging evidence, or every change that its person may make. */
export function isWithin(scopes: readonly string[], { method, url }: { method: string; url: string }): boolean {
  if (method === "GET" || method === "HEAD") return scopes.includes("read")
  return scopes.includes("write") || (scopes.includes("evidence") && /\/api\/v1\/evidence(\/|$)/.test(new URL(url).pathname))
}

/** Tokens are kept only as their SHA-256, in hex. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

const perMinute = 1200
const calls = new Map<string, { since: number; count: number }>()

function isTooBusy(hash: string): boolean {
  const now = Date.now()
  const current = calls.get(hash)
  if (!current || now - current.since > 60_000) {
    if (calls.size > 5000) calls.clear()
    calls.set(hash, { since: now, count: 1 })
    return false
  }
  current.count += 1
  return current.count > perMinute
}
