import type { Result } from "@/lib/platform/refusal"

/** One line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One clear line on standard error, and status 1. */
export function fail(error: unknown): never {
  const line = error instanceof Error ? error.message : String(error)
  process.stderr.write(`keypoint: ${line.split("\n")[0]}\n`)
  process.exit(1)
}

/** A command's value, or its refusal in one line. */
export function done<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  const fields = (result.refusal.errors ?? []).map((error) => ` ${error.path}: ${error.message}`).join(";")
  return fail(`${result.refusal.code} (${result.refusal.message})${fields}`)
}
