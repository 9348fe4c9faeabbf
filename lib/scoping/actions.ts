"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { saveAccount } from "@/lib/scoping/commands/account"
import { approveScope } from "@/lib/scoping/commands/approve"
import { discardScope, draftScope, reviseScope } from "@/lib/scoping/commands/draft"
import { decideUnits, setMateriality } from "@/lib/scoping/commands/prepare"
import { removePart, saveProvider, saveRisk } from "@/lib/scoping/commands/risk"
import { aboutSchema, accountFormSchema, approveSchema, decideUnitsSchema, draftSchema, materialitySchema, providerSchema, removeSchema, reviseSchema, riskSchema } from "@/lib/scoping/schema"

const to = ({ id }: { id: string }) => `/scoping/${id}`

export async function draft(_: FormState, form: FormData): Promise<FormState> {
  return act(form, draftSchema, draftScope, { to })
}

export async function measure(_: FormState, form: FormData): Promise<FormState> {
  return act(form, materialitySchema, setMateriality, { to })
}

export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return act(form, decideUnitsSchema, decideUnits, { to })
}

export async function keepAccount(_: FormState, form: FormData): Promise<FormState> {
  return act(form, accountFormSchema, saveAccount, { to })
}

export async function keepRisk(_: FormState, form: FormData): Promise<FormState> {
  return act(form, riskSchema, saveRisk, { to })
}

export async function keepProvider(_: FormState, form: FormData): Promise<FormState> {
  return act(form, providerSchema, saveProvider, { to })
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return act(form, removeSchema, removePart, { to })
}

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  return act(form, approveSchema, approveScope, { to })
}

export async function revise(_: FormState, form: FormData): Promise<FormState> {
  return act(form, reviseSchema, reviseScope, { to })
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, discardScope, { to: () => "/scoping" })
}
