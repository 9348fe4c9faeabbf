export const locales = ["zh-CN", "zh-TW", "en"] as const
export type Locale = (typeof locales)[number]

/** Each language in its own words, so that a reader who cannot read the page finds it. */
export const localeNames = { "zh-CN": "简体", "zh-TW": "繁體", en: "English" } as const satisfies Record<Locale, string>

export const defaultLocale: Locale = "zh-CN"
export const localeCookie = "keypoint-locale"
export const defaultTimeZone = "Asia/Shanghai"

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The best of our languages for an Accept-Language header; simplified Chinese where nothing fits. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, order) => {
      const [tag = "", ...params] = part.trim().split(";")
      const quality = params.map((param) => param.trim()).find((param) => param.startsWith("q="))
      return { tag: tag.toLowerCase(), order, weight: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { tag } of wanted) {
    const locale = localeOfTag(tag)
    if (locale) return locale
  }
  return defaultLocale
}

function localeOfTag(tag: string): Locale | undefined {
  if (/^zh\b.*-(tw|hk|mo|hant)\b/.test(tag)) return "zh-TW"
  if (/^zh\b/.test(tag)) return "zh-CN"
  if (/^en\b/.test(tag)) return "en"
  return undefined
}

/** A language as one of ours; simplified Chinese for any other. */
export function localeOf(value: string): Locale {
  return isLocale(value) ? value : defaultLocale
}
