/** A text in Chinese, and in English where there is one. */
export type Bilingual = { zh: string; en: string | null }

/** The side for a language; where English is missing the Chinese stands. */
export function textIn(locale: string, text: Bilingual): string {
  return locale === "en" ? text.en || text.zh : text.zh
}

/** Whether a reader of English is given Chinese, which the page then marks. */
export function lacksEnglish(locale: string, text: Bilingual): boolean {
  return locale === "en" && !text.en && text.zh !== ""
}
