import type { Actor } from "@/lib/platform/actor"
import { callerOf } from "@/lib/platform/api/caller"
import { answered, fingerprint, remember } from "@/lib/platform/api/idempotency"
import { problem } from "@/lib/platform/api/problem"
import { fileResponse } from "@/lib/platform/file-response"
import { notFound, type Operation } from "@/lib/platform/endpoint"
import type { Refusal, Result } from "@/lib/platform/refusal"

type Parameters = Record<string, unknown>

const bodyLimit = 1_000_000
const broken: Refusal = { code: "invalid", message: "common.refusals.json" }
const tooLarge: Refusal = { code: "too-large", message: "common.refusals.too-large" }
const notJson: Refusal = { code: "unsupported-type", message: "common.refusals.unsupported-type" }

/** Answers one request under /api/v1 by the operation whose method and path it names. */
export async function serve(operations: Operation[], request: Request): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(request, caller.refusal)
  const url = new URL(request.url)
  const match = find(operations, request.method, decodeURI(url.pathname).replace(/^\/api\/v1/, ""))
  if (!match) return problem(request, notFound.refusal)
  const body = await bodyOf(request)
  if (!body.ok) return problem(request, body.refusal)
  const input = { ...Object.fromEntries(url.searchParams), ...body.value.parsed, ...ifMatch(request), ...match.parameters }
  return match.operation.kind === "create" && request.headers.has("idempotency-key")
    ? once(request, caller.value, match.operation, input, fingerprint(request.method, url.pathname, body.value.text))
    : respond(request, match.operation, await match.operation.handle(caller.value, input))
}

async function once(request: Request, actor: Actor, operation: Operation, input: Parameters, hash: string): Promise<Response> {
  const key = (request.headers.get("idempotency-key") ?? "").slice(0, 200)
  const before = await answered(actor, key, hash)
  if (!before.ok) return problem(request, before.refusal)
  if (before.value) return json(before.value.response, before.value.status)
  const response = await respond(request, operation, await operation.handle(actor, input))
  if (response.ok) await remember(actor, key, hash, { status: response.status, response: await response.clone().text() })
  return response
}

async function respond(request: Request, operation: Operation, result: Result<unknown>): Promise<Response> {
  if (!result.ok) return problem(request, result.refusal)
  if (result.value === null || result.value === undefined) return problem(request, notFound.refusal)
  if (operation.kind === "file") return (await fileResponse(result.value)) ?? problem(request, notFound.refusal)
  return json(JSON.stringify(result.value), operation.kind === "create" ? 201 : 200, versionOf(result.value))
}

function json(text: string, status: number, version?: number): Response {
  const headers: Record<string, string> = { "content-type": "application/json", "cache-control": "no-store" }
  if (version !== undefined) headers.etag = `"${version}"`
  return new Response(text, { status, headers })
}

function versionOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null && "version" in value && typeof value.version === "number" ? value.version : undefined
}

function ifMatch(request: Request): Parameters {
  const version = /^(?:W\/)?"?(\d+)"?$/.exec(request.headers.get("if-match") ?? "")?.[1]
  return version ? { version: Number(version) } : {}
}

async function bodyOf(request: Request): Promise<Result<{ parsed: Parameters; text: string }>> {
  if (request.method === "GET") return { ok: true, value: { parsed: {}, text: "" } }
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return { ok: false, refusal: tooLarge }
  const text = await request.text()
  if (text.length > bodyLimit) return { ok: false, refusal: tooLarge }
  if (text === "") return { ok: true, value: { parsed: {}, text } }
  if (!(request.headers.get("content-type") ?? "").includes("json")) return { ok: false, refusal: notJson }
  const parsed = parse(text)
  return parsed ? { ok: true, value: { parsed, text } } : { ok: false, refusal: broken }
}

function parse(text: string): Parameters | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function find(operations: Operation[], method: string, path: string): { operation: Operation; parameters: Parameters } | null {
  const parts = path.split("/").filter(Boolean)
  for (const operation of operations) {
    const wanted = operation.path.split("/").filter(Boolean)
    if (operation.method !== method || wanted.length !== parts.length) continue
    const pairs = wanted.map((part, index): [string, string, boolean] => [part, parts[index] ?? "", part.startsWith("{")])
    if (pairs.every(([part, given, open]) => open || part === given))
      return { operation, parameters: Object.fromEntries(pairs.filter(([, , open]) => open).map(([part, given]) => [part.slice(1, -1), given])) }
  }
  return null
}
