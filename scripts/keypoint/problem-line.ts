import { wordsIn } from "@/lib/platform/i18n/words"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"

/** A problem of a workbook in one line of English: sheet, cell, what. */
export function problemLine({ message, sheet, cell, params }: HandbookProblem): string {
  const [room = "", ...key] = message.split(".")
  return [sheet, cell, wordsIn("en", room)(key.join("."), params)].filter(Boolean).join(" ")
}
