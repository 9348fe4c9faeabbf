import { toTraditional } from "@/lib/platform/traditional"

/** A text in Chinese, and in English where there is one. */
export type Bilingual = { zh: string; en: string | null }

const kept = new Map<string, string>()

/** The side for a language, in traditional characters where these are read; where English is missing the Chinese stands. */
export function textIn(locale: string, text: Bilingual): string {
  if (locale === "en") return text.en || text.zh
  return locale === "zh-TW" ? traditional(text.zh) : text.zh
}

/** Whether a reader of English is given Chinese, which the page then marks. */
export function lacksEnglish(locale: string, text: Bilingual): boolean {
  return locale === "en" && !text.en && text.zh !== ""
}

// A page repeats the same texts, and so do its readers.
function traditional(simplified: string): string {
  const known = kept.get(simplified)
  if (known !== undefined) return known
  if (kept.size >= 20_000) kept.clear()
  const converted = toTraditional(simplified)
  kept.set(simplified, converted)
  return converted
}
