"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { after } from "next/server"
import { mailLink } from "@/lib/access/commands/links"
import { setPassword } from "@/lib/access/commands/passwords"
import { keepPreferences } from "@/lib/access/commands/preferences"
import { signIn, signOut } from "@/lib/access/commands/sign-in"
import { forgottenSchema, setPasswordSchema, signInSchema } from "@/lib/access/schema"
import { invalid, keepable, valuesOf } from "@/lib/platform/form"
import { actorOfPerson } from "@/lib/platform/identity"
import { isLocale, localeCookie } from "@/lib/platform/i18n/locales"
import { rememberPreferences } from "@/lib/platform/preferences"
import type { FormState } from "@/lib/platform/refusal"
import { currentActor, forgetSession, rememberSession, sessionId } from "@/lib/platform/session"
import { themeCookie, themeOf } from "@/lib/platform/theme"
import { visitor } from "@/lib/platform/visitor"

/** Signs in and goes where the reader wanted to go. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = signInSchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: keepable(values) }
  const result = await signIn(parsed.data, await visitor())
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: keepable(values) }
  await rememberSession(result.value.sessionId, result.value)
  await settle(result.value)
  redirect(inside(values.to))
}

/** Signs out here and in the database. */
export async function leave(): Promise<void> {
  const [actor, id] = [await currentActor(), await sessionId()]
  if (actor && id) await signOut(actor, id)
  await forgetSession()
  const jar = await cookies()
  jar.delete(localeCookie)
  jar.delete(themeCookie)
  redirect("/sign-in?done=out")
}

/** The answer is the same whoever asks, and comes before anything is looked up. */
export async function askForLink(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = forgottenSchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: keepable(values) }
  const from = await visitor()
  after(() => mailLink(parsed.data, from))
  return { status: "done", message: "access.done.linkAsked" }
}

export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  const parsed = setPasswordSchema.safeParse(valuesOf(form))
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: {} }
  const result = await setPassword(parsed.data)
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: {} }
  redirect("/sign-in?done=password")
}

/** What was chosen on this device before signing in is the person's from now on; else theirs comes to this device. */
async function settle(person: { personId: string; language: string | null; theme: string }) {
  const jar = await cookies()
  const chosen = jar.get(localeCookie)?.value
  const theme = jar.get(themeCookie)?.value
  const actor = await actorOfPerson(person.personId)
  const wanted = { language: isLocale(chosen) ? chosen : undefined, theme: theme ? themeOf(theme) : undefined }
  if (actor && (wanted.language || wanted.theme)) await keepPreferences(actor, wanted)
  await rememberPreferences({ language: wanted.language ?? person.language, theme: wanted.theme ?? themeOf(person.theme) })
}

function inside(to: string | string[] | undefined): string {
  return typeof to === "string" && /^\/(?![/\\])[\w\-./?&=%]*$/.test(to) && !to.startsWith("/sign-in") ? to : "/"
}
