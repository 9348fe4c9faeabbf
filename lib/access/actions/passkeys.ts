"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { enrollingHere, settleIn } from "@/lib/access/commands/arrival"
import { dropPasskey, keepPasskey, signInWithPasskey, startPasskey, startPasskeySignIn } from "@/lib/access/commands/passkeys"
import { dropPasskeySchema, newPasskeySchema, passkeySchema, proofSchema } from "@/lib/access/schema"
import { startProof } from "@/lib/access/commands/proof"
import { act } from "@/lib/platform/action"
import { invalid, keepable, valuesOf } from "@/lib/platform/form"
import { inside } from "@/lib/platform/inside"
import { withProof } from "@/lib/platform/proof-cookie"
import { type FormState, refused } from "@/lib/platform/refusal"
import { currentActor } from "@/lib/platform/session"
import { visitor } from "@/lib/platform/visitor"

/** What the browser is to ask the device for, to make a new passkey; who is signed in proves first who they are. */
export async function askForPasskey(form: FormData) {
  const here = await enrollingHere()
  if (!here) redirect("/sign-in?done=late")
  const parsed = proofSchema.safeParse(valuesOf(await withProof(form)))
  return startPasskey(here.actor, parsed.success ? parsed.data : {}, here.at)
}

/** What a passkey is to sign, so that somebody who is signed in proves that it is still them. Asked from within another form: it leads nobody away. */
export async function askToProve() {
  const actor = await currentActor()
  return actor ? startProof(actor) : refused("unauthenticated", "common.refusals.unauthenticated")
}

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = newPasskeySchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: keepable(values) }
  const here = await enrollingHere()
  if (!here) redirect("/sign-in?done=late")
  const result = await keepPasskey(here.actor, parsed.data, await visitor(), here.at)
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: keepable(values) }
  if (result.value) await settleIn(result.value)
  revalidatePath("/", "layout")
  redirect("/settings/second-factor?done=enrolled")
}

/** What the browser is to have signed, to sign in. */
export async function askForSignIn() {
  return startPasskeySignIn()
}

export async function enterWithPasskey(_: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = passkeySchema.safeParse(values)
  if (!parsed.success) return { status: "refused", refusal: { code: "unauthenticated", message: "access.refusals.passkey" }, values: {} }
  const result = await signInWithPasskey(parsed.data, await visitor())
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: {} }
  await settleIn(result.value)
  redirect(inside(values.to))
}

export async function drop(_: FormState, form: FormData) {
  return act(await withProof(form), dropPasskeySchema, dropPasskey, { message: "access.done.passkeyDropped" })
}
