import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { invalid } from "@/lib/platform/form"
import type { FieldError, Refusal, Result } from "@/lib/platform/refusal"

/** `file` answers the stored content itself: its value is a `FileAnswer`. */
type Kind = "list" | "record" | "create" | "change" | "file"

/** One operation of the HTTP API, made from a room's own schema and command or query (interfaces.md, "HTTP"). */
export type Operation = {
  method: "GET" | "POST" | "PUT" | "DELETE"
  /** Under /api/v1, with `{name}` for a part of the path: `/deficiencies/{id}/{event}`. */
  path: string
  summary: string
  kind: Kind
  /** Says that the body is a form with files (`file`…); such an operation has a route of its own that streams it. */
  multipart?: boolean
  input: z.ZodType | undefined
  output: z.ZodType
  /** Parses what came in (path, then query or body) and runs it as the token's person. */
  handle: (actor: Actor, raw: unknown) => Promise<Result<unknown>>
}

type Definition<Schema extends z.ZodType> = {
  method: Operation["method"]
  path: string
  summary: string
  kind: Kind
  multipart?: boolean
  input: Schema
  output: z.ZodType
  run: (actor: Actor, input: z.output<Schema>) => Promise<unknown>
}

export function operation<Schema extends z.ZodType>(definition: Definition<Schema>): Operation {
  const { run, ...rest } = definition
  return {
    ...rest,
    handle: async (actor, raw) => {
      const parsed = definition.input.safeParse(raw, { reportInput: true })
      if (!parsed.success) return { ok: false, refusal: invalid(parsed.error) }
      const passedOver = definition.method === "GET" ? meaningless(definition.input, raw, parsed.data) : []
      if (passedOver.length > 0) return { ok: false, refusal: { code: "invalid", message: "common.refusals.invalid", errors: passedOver } }
      const outcome = await run(actor, parsed.data)
      return isResult(outcome) ? outcome : { ok: true, value: outcome }
    },
  }
}

// A page passes over a filter that means nothing; a program would take all for what it asked for.
function meaningless(input: z.ZodType, raw: unknown, parsed: unknown): FieldError[] {
  if (!(input instanceof z.ZodObject) || !isRecord(raw) || !isRecord(parsed)) return []
  const names = Object.keys(input.shape).filter((name) => typeof raw[name] === "string" && raw[name] !== "")
  const lost = names.filter((name) => parsed[name] === undefined || (typeof parsed[name] === "number" && parsed[name] !== Number(raw[name])))
  return lost.map((path) => ({ path, message: "common.errors.invalid" }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}

// A command gives a Result, a query its value; null is a record that is not there for this reader.
function isResult(outcome: unknown): outcome is Result<unknown> {
  return typeof outcome === "object" && outcome !== null && "ok" in outcome && typeof outcome.ok === "boolean"
}

export const notFound: { ok: false; refusal: Refusal } = { ok: false, refusal: { code: "not-found", message: "common.refusals.not-found" } }
