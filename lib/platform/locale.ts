export const locales = ["zh-CN", "zh-TW", "en"] as const
export type Locale = (typeof locales)[number]

export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text)
}
