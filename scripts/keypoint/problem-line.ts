import type { Locale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"

/** A problem of a workbook in one line: sheet, cell, what. */
export function problemLine(language: Locale, { message, sheet, cell, params }: HandbookProblem): string {
  const [room = "", ...key] = message.split(".")
  return [sheet, cell, wordsIn(language, room)(key.join("."), params)].filter(Boolean).join(" ")
}
