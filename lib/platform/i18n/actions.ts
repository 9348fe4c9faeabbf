"use server"

import { cookies } from "next/headers"
import { isLocale, localeCookie } from "./locales"
import { themeCookie, themeOf } from "../theme"

const aYear = { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true } as const

function secure() {
  return process.env.KEYPOINT_URL?.startsWith("https://") ?? false
}

/** Keeps the reader's language on this device; the same page answers in it. */
export async function chooseLanguage(form: FormData) {
  const locale = form.get("locale")
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, { ...aYear, secure: secure() })
}

/** Keeps light, dark or the system's choice on this device. */
export async function chooseTheme(form: FormData) {
  const theme = themeOf(form.get("theme"))
  const jar = await cookies()
  if (theme === "system") jar.delete(themeCookie)
  else jar.set(themeCookie, theme, { ...aYear, secure: secure() })
}
