"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { after } from "next/server"
import { settleIn } from "@/lib/access/commands/arrival"
import { mailLink } from "@/lib/access/commands/links"
import { setPassword } from "@/lib/access/commands/passwords"
import { passStep } from "@/lib/access/commands/second-step"
import { type Entered, signIn, signOut } from "@/lib/access/commands/sign-in"
import { forgottenSchema, oneTimeCodeSchema, setPasswordSchema, signInSchema } from "@/lib/access/schema"
import { invalid, keepable, valuesOf } from "@/lib/platform/form"
import { localeCookie } from "@/lib/platform/i18n/locales"
import { inside } from "@/lib/platform/inside"
import type { FormState } from "@/lib/platform/refusal"
import { currentActor, forgetSession, sessionId } from "@/lib/platform/session"
import { forgetProof } from "@/lib/platform/proof-cookie"
import { forgetStep, rememberStep, stepOfBrowser } from "@/lib/platform/step-cookie"
import { themeCookie } from "@/lib/platform/theme"
import { visitor } from "@/lib/platform/visitor"

/** Signs in and goes where the reader wanted to go. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = signInSchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: keepable(values) }
  const result = await signIn(parsed.data, await visitor())
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: keepable(values) }
  return arrive(result.value, inside(values.to))
}

/** The second step: a code of the app, or a recovery code. */
export async function pass(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = oneTimeCodeSchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: {} }
  const step = await stepOfBrowser()
  if (!step) redirect("/sign-in?done=late")
  const result = await passStep(step, parsed.data, await visitor())
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: {} }
  return arrive(result.value, inside(values.to))
}

/** Signs out here and in the database. */
export async function leave(): Promise<void> {
  const [actor, id] = [await currentActor(), await sessionId()]
  if (actor && id) await signOut(actor, id)
  await forgetSession()
  await forgetStep()
  await forgetProof()
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

async function arrive(entered: Entered, to: string): Promise<never> {
  if ("sessionId" in entered) {
    await settleIn(entered)
    redirect(to)
  }
  await rememberStep(entered.step)
  redirect(to === "/" ? "/second-factor" : `/second-factor?to=${encodeURIComponent(to)}`)
}
