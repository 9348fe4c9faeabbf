import { bodyOf } from "@/lib/platform/api/body"
import { callerOf } from "@/lib/platform/api/caller"
import { find, methodsOf } from "@/lib/platform/api/find"
import { fault, problem, wrongMethod } from "@/lib/platform/api/problem"
import { fileResponse } from "@/lib/platform/file-response"
import { notFound, type Operation } from "@/lib/platform/endpoint"
import { digest, Replayed } from "@/lib/platform/once"
import type { Refusal, Result } from "@/lib/platform/refusal"

const stale: Refusal = { code: "stale-version", message: "common.refusals.stale-version" }

const unreadable: Refusal = { code: "invalid", message: "common.refusals.invalid" }

/** Answers one request under /api/v1 by the operation whose method and path it names. */
export async function serve(operations: Operation[], request: Request): Promise<Response> {
  try {
    if (request.method !== "HEAD") return await carryOut(operations, request)
    const { status, headers } = await carryOut(operations, new Request(request, { method: "GET" }))
    return new Response(null, { status, headers })
  } catch (error) {
    return fault(request, error)
  }
}

async function carryOut(operations: Operation[], request: Request): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(request, caller.refusal)
  const { pathname, searchParams } = new URL(request.url)
  const path = pathname.replace(/^\/api\/v1/, "")
  const match = find(operations, request.method, path)
  if (!match) return refuseAddress(request, methodsOf(operations, path))
  const seen = versionSeen(request)
  if (!seen.ok) return problem(request, seen.refusal)
  const body = await bodyOf(request)
  if (!body.ok) return problem(request, body.refusal)
  const input = { ...Object.fromEntries(searchParams), ...body.value.values, ...seen.value, ...match.parameters }
  if (holdsNul(input)) return problem(request, unreadable)
  const once = match.operation.kind === "create" ? onceOf(request, pathname, body.value.text) : undefined
  try {
    return await respond(request, match.operation, await match.operation.handle({ ...caller.value, once }, input))
  } catch (error) {
    if (error instanceof Replayed) return json(error.answer, 201)
    throw error
  }
}

function refuseAddress(request: Request, methods: string[]): Response {
  return methods.length > 0 ? wrongMethod(...methods)(request) : problem(request, notFound.refusal)
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

// An entity tag that is none of ours fits no version.
function versionSeen(request: Request): Result<{ version?: number }> {
  const header = request.headers.get("if-match")?.trim()
  if (request.method === "GET" || header === undefined || header === "*") return { ok: true, value: {} }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  return version ? { ok: true, value: { version: Number(version) } } : { ok: false, refusal: stale }
}

function onceOf(request: Request, path: string, body: string) {
  const key = request.headers.get("idempotency-key")
  return key ? { key: digest(key), requestHash: digest(`${request.method} ${path}\n${body}`), taken: false } : undefined
}

// PostgreSQL's texts hold no NUL.
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0")
  return typeof value === "object" && value !== null && Object.entries(value).some(([name, inner]) => name.includes("\0") || holdsNul(inner))
}
