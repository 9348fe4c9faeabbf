"use server"

import { confirmList } from "@/lib/distributions/commands/confirm"
import { distribute } from "@/lib/distributions/commands/give"
import { remind } from "@/lib/distributions/commands/remind"
import { confirmListSchema, ofUnitSchema } from "@/lib/distributions/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return act(form, confirmListSchema, confirmList, { message: "distributions.done.confirmed" })
}

export async function give(_: FormState, form: FormData): Promise<FormState> {
  return act(form, ofUnitSchema, distribute, { message: "distributions.done.given" })
}

export async function writeReminders(_: FormState, form: FormData): Promise<FormState> {
  return act(form, ofUnitSchema, remind, { message: "distributions.done.reminded" })
}
