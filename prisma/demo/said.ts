import type { Result } from "@/lib/platform/refusal"

/** The value of a command that the seed counts on; a refusal stops the seed with its words. */
export function must<Value>(result: Result<Value>, what: string): Value {
  if (result.ok) return result.value
  const fields = (result.refusal.errors ?? []).map((error) => `${error.path} ${error.message}`).join(", ")
  throw new Error(`${what}: ${result.refusal.code} ${result.refusal.message} ${fields}`)
}
