import { z } from "zod"
import { operations } from "@/app/api/v1/operations"
import { createToken } from "@/lib/access/commands/tokens"
import type { TokenScope } from "@/lib/access/schema"
import type { Actor } from "@/lib/platform/actor"
import { serve } from "@/lib/platform/api/serve"
import { gave } from "./evidence"

export type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> }
type Sent = { body?: unknown; headers?: Record<string, string>; raw?: string }

/** A real token of the API for a person. */
export async function tokenOf(actor: Actor, scopes: TokenScope[] = ["read", "write"]): Promise<string> {
  return gave(await createToken(actor, { name: "tests", days: 1, scopes })).token
}

/** Sends one request to the API as whoever holds the token, nobody without one. */
export async function call(token: string | null, method: string, path: string, { body, headers = {}, raw }: Sent = {}): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await serve(operations, new Request(`http://localhost:3000/api/v1${path}`, {
    method, body: content,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(content ? { "content-type": "application/json" } : {}), ...headers },
  }))
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parsed(text) }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(text))
  } catch {
    return {}
  }
}
