"use server"

import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { keepPreferences } from "@/lib/access/commands/preferences"
import { isLocale } from "@/lib/platform/i18n/locales"
import { rememberPreferences } from "@/lib/platform/preferences"
import { rowsOf } from "@/lib/platform/rows"
import { currentActor } from "@/lib/platform/session"
import { themeOf } from "@/lib/platform/theme"

/** Keeps the reader's language with the person, or on this device alone before signing in; the same page answers in it. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = form.get("locale")
  if (!isLocale(language)) return
  const actor = await currentActor()
  if (actor) await keepPreferences(actor, { language })
  await rememberPreferences({ language })
}

/** Keeps light, dark or the system's choice. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = themeOf(form.get("theme"))
  const actor = await currentActor()
  if (actor) await keepPreferences(actor, { theme })
  await rememberPreferences({ theme })
}

/** Keeps the unit that pages are about, and begins anew there. It grants nothing: reach is decided for each request. */
export async function chooseUnit(form: FormData): Promise<void> {
  const unit = form.get("unit")
  if (typeof unit === "string") await rememberPreferences({ unit })
  redirect("/")
}

/** Keeps how many rows tables show; the page that asked shows as many, from its first row. */
export async function chooseRows(form: FormData): Promise<void> {
  const rows = rowsOf(form.get("rows"))
  if (rows === null) return
  await rememberPreferences({ rows })
  const here = new URL((await headers()).get("x-keypoint-path") ?? "/", "http://here")
  here.searchParams.set("limit", `${rows}`)
  here.searchParams.delete("cursor")
  redirect(`${here.pathname}${here.search}`)
}
