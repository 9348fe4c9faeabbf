"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { enrollingHere, settleIn } from "@/lib/access/commands/arrival"
import { confirmCode, dropCode, makeRecoveryCodes, startCode } from "@/lib/access/commands/second-factor"
import { confirmCodeSchema, proofSchema } from "@/lib/access/schema"
import { act } from "@/lib/platform/action"
import { invalid, valuesOf } from "@/lib/platform/form"
import { withProof } from "@/lib/platform/proof-cookie"
import type { FormState } from "@/lib/platform/refusal"
import { visitor } from "@/lib/platform/visitor"

export async function begin(): Promise<FormState> {
  const { actor } = await enrolling()
  const result = await startCode(actor)
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: {} }
  revalidatePath("/", "layout")
  return { status: "done" }
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const parsed = confirmCodeSchema.safeParse(valuesOf(await withProof(form)))
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: {} }
  const { actor, at } = await enrolling()
  const result = await confirmCode(actor, parsed.data, await visitor(), at)
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: {} }
  if (result.value) await settleIn(result.value)
  redirect("/settings/second-factor?done=enrolled")
}

export async function renew(_: FormState, form: FormData) {
  return act(await withProof(form), proofSchema, makeRecoveryCodes, { message: "access.done.recoveryCodes", params: ({ codes }) => ({ codes: codes.join("\n") }) })
}

export async function drop(_: FormState, form: FormData) {
  return act(await withProof(form), proofSchema, dropCode, { message: "access.done.codeDropped" })
}

async function enrolling() {
  return (await enrollingHere()) ?? redirect("/sign-in?done=late")
}
