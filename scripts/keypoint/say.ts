import { type Locale, negotiateLocale } from "@/lib/platform/i18n/locales"
import { refusalIn } from "@/lib/platform/i18n/refusal-words"
import type { Result } from "@/lib/platform/refusal"

/** One line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One clear line on standard error, and status 1. */
export function fail(error: unknown): never {
  const line = error instanceof Error ? error.message : String(error)
  process.stderr.write(`keypoint: ${line.trim().split("\n")[0]}\n`)
  process.exit(1)
}

/** A command's value, or its refusal in one line. */
export function done<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  const { detail, errors } = refusalIn(languageOf(process.env), result.refusal)
  return fail([detail, ...errors.filter(({ message }) => message !== detail).map((error) => `${error.path}: ${error.message}`)].join(" "))
}

/** The language of a terminal, as LC_ALL, LC_MESSAGES and LANG name it; English where they name none of ours. */
export function languageOf(environment: Record<string, string | undefined>): Locale {
  const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ""
  const tag = named.split(".")[0]?.replaceAll("_", "-") ?? ""
  return negotiateLocale(`${tag}, en;q=0.1`)
}
