import type { Refusal, Result } from "@/lib/platform/refusal"

export type Body = { values: Record<string, unknown>; text: string }

const largest = 1_000_000
const broken: Refusal = { code: "invalid", message: "common.refusals.json" }
const tooLarge: Refusal = { code: "too-large", message: "common.refusals.too-large" }
const notJson: Refusal = { code: "unsupported-type", message: "common.refusals.notJson" }

/** The JSON object that a request carries, at most 1 MB of it; an empty body is an empty object. */
export async function bodyOf(request: Request): Promise<Result<Body>> {
  if (request.method === "GET") return { ok: true, value: { values: {}, text: "" } }
  if (Number(request.headers.get("content-length") ?? 0) > largest) return { ok: false, refusal: tooLarge }
  const text = await read(request.body)
  if (text === null) return { ok: false, refusal: tooLarge }
  if (text === "") return { ok: true, value: { values: {}, text } }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers.get("content-type") ?? "")) return { ok: false, refusal: notJson }
  const values = parse(text)
  return values ? { ok: true, value: { values, text } } : { ok: false, refusal: broken }
}

// A body may come without its length; null once it has become too long.
async function read(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (!body) return ""
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

// Half a character, which JSON can spell and no database can keep, becomes the replacement character.
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text, wellFormed)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
