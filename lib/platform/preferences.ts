"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { unitCookie } from "@/lib/platform/chosen-unit"
import { database } from "@/lib/platform/database"
import { isLocale, localeCookie } from "@/lib/platform/i18n/locales"
import { forgetSession, sessionId } from "@/lib/platform/session"
import { themeCookie, themeOf } from "@/lib/platform/theme"

const aYear = { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true } as const

function keeping() {
  return { ...aYear, secure: process.env.KEYPOINT_URL?.startsWith("https://") ?? false }
}

/** Keeps the reader's language on this device; the same page answers in it. */
export async function chooseLanguage(form: FormData) {
  const locale = form.get("locale")
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, keeping())
}

/** Keeps light, dark or the system's choice on this device. */
export async function chooseTheme(form: FormData) {
  const theme = themeOf(form.get("theme"))
  const jar = await cookies()
  if (theme === "system") jar.delete(themeCookie)
  else jar.set(themeCookie, theme, keeping())
}

/** Keeps the unit that pages are about, and begins anew there. It grants nothing: reach is decided for each request. */
export async function chooseUnit(form: FormData) {
  const unit = form.get("unit")
  if (typeof unit === "string") (await cookies()).set(unitCookie, unit, keeping())
  redirect("/")
}

/** Ends this session here and in the database. */
export async function signOut() {
  const id = await sessionId()
  if (id) await database().$executeRaw`select kp_end_session(${id}::uuid)`
  await forgetSession()
  redirect("/sign-in")
}
