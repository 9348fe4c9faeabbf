"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { discardEdition, publishEdition, returnEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import * as schema from "@/lib/handbook/schema/inputs"

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.confirmImport, confirmImport, { to: ({ editionId }) => `/handbook/editions/${editionId}` })
}

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.submitEdition, submitEdition, { to: ({ id }) => `/handbook/editions/${id}` })
}

export async function returnToDraft(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.returnEdition, returnEdition, { to: ({ id }) => `/handbook/editions/${id}` })
}

export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.publishEdition, publishEdition, { to: ({ id }) => `/handbook/editions/${id}` })
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.submitEdition, discardEdition, { to: () => "/handbook" })
}

export async function override(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.overrideApplicability, overrideApplicability, { message: "handbook.done.overridden" })
}
