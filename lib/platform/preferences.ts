import { cookies } from "next/headers"
import { unitCookie } from "@/lib/platform/chosen-unit"
import { isLocale, type Locale, localeCookie } from "@/lib/platform/i18n/locales"
import { rowsCookie } from "@/lib/platform/rows"
import { secure } from "@/lib/platform/session"
import { type Theme, themeCookie, themeOf } from "@/lib/platform/theme"

const aYear = { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true } as const

/** Keeps on this device what was chosen: language, light or dark, the unit that pages are about, how many rows tables show. It grants nothing. */
export async function rememberPreferences(chosen: { language?: string | null; theme?: Theme; unit?: string; rows?: number }): Promise<void> {
  const jar = await cookies()
  const keeping = { ...aYear, secure: secure() }
  if (isLocale(chosen.language)) jar.set(localeCookie, chosen.language, keeping)
  if (chosen.theme === "system") jar.delete(themeCookie)
  else if (chosen.theme) jar.set(themeCookie, chosen.theme, keeping)
  if (chosen.unit) jar.set(unitCookie, chosen.unit, keeping)
  if (chosen.rows) jar.set(rowsCookie, `${chosen.rows}`, keeping)
}

/** What was chosen on this device, if anything. */
export async function preferencesHere(): Promise<{ language?: Locale; theme?: Theme }> {
  const jar = await cookies()
  const [language, theme] = [jar.get(localeCookie)?.value, jar.get(themeCookie)?.value]
  return { language: isLocale(language) ? language : undefined, theme: theme ? themeOf(theme) : undefined }
}
