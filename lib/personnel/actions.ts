"use server"

import { carryOut as carry } from "@/lib/personnel/commands/carry-out"
import { dismissChange } from "@/lib/personnel/commands/dismiss"
import { carryOutSchema, dismissSchema } from "@/lib/personnel/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

export async function join(_: FormState, form: FormData): Promise<FormState> {
  return act(form, carryOutSchema, carry, { message: "personnel.done.joined", params: ({ address }) => ({ address: address ?? "" }) })
}

export async function carryOut(_: FormState, form: FormData): Promise<FormState> {
  return act(form, carryOutSchema, carry, { message: "personnel.done.carried", params: ({ status }) => ({ standing: status }) })
}

export async function dismiss(_: FormState, form: FormData): Promise<FormState> {
  return act(form, dismissSchema, dismissChange, { message: "personnel.done.dismissed" })
}
