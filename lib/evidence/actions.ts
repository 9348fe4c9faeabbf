"use server"

import { planObligations } from "@/lib/evidence/commands/plan"
import { acceptUse, acceptUses, returnUse } from "@/lib/evidence/commands/review"
import { acceptUseSchema, acceptUsesSchema, planObligationsSchema, returnUseSchema } from "@/lib/evidence/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

export async function acceptAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, acceptUseSchema, acceptUse, { message: "evidence.done.accepted", params: () => ({ count: 1 }) })
}

export async function acceptManyAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, acceptUsesSchema, acceptUses, { message: "evidence.done.accepted", params: ({ count }) => ({ count }) })
}

export async function returnAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, returnUseSchema, returnUse, { message: "evidence.done.returned" })
}

export async function planAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, planObligationsSchema, planObligations, { message: "evidence.done.planned", params: ({ created }) => ({ count: created }) })
}
