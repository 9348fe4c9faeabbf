import { comparable } from "@/lib/platform/workbook/cells"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Department } from "@/lib/handbook/schema/content"

/** By name and by code, the code; null for a name that several bear. A code always means itself. */
export function codesByName(entries: readonly Department[]): ReadonlyMap<string, string | null> {
  const byName = new Map<string, string | null>()
  for (const { code, title } of entries) {
    for (const name of new Set([title.zh, title.en ?? title.zh].map(comparable))) byName.set(name, byName.has(name) ? null : code)
  }
  for (const { code } of entries) byName.set(comparable(code), code)
  return byName
}

/** How cells and drop-downs name each of them in a reader's language: by its title where that is enough to find it again, else by its code. */
export function namesByCode(entries: readonly Department[], locale: Locale): ReadonlyMap<string, string> {
  const codes = codesByName(entries)
  return new Map(entries.map(({ code, title }) => {
    const name = (locale === "en" ? title.en : null) ?? title.zh
    const isOneLine = name === name.trim() && name.length <= 100 && !/[\r\n]/.test(name)
    return [code, isOneLine && codes.get(comparable(name)) === code ? name : code]
  }))
}
