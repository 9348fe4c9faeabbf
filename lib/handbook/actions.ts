"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { discardEdition, publishEdition, returnEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { revisePoint } from "@/lib/handbook/commands/revise-point"
import { waiveFault } from "@/lib/handbook/commands/waive"
import { confirmImport } from "@/lib/handbook/commands/import"
import { removeMapping } from "@/lib/handbook/commands/remove-mapping"
import { removeMapping as mappingToRemove } from "@/lib/handbook/schema/mapping"
import { revisePointSchema } from "@/lib/handbook/schema/revise"
import * as schema from "@/lib/handbook/schema/inputs"

export async function begin(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.beginDraft, beginDraft, { to: ({ id }) => `/handbook/editions/${id}` })
}

export async function waive(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.waiveFault, waiveFault, { message: "handbook.done.waived" })
}

export async function revise(_: FormState, form: FormData): Promise<FormState> {
  return act(form, revisePointSchema, revisePoint, { to: ({ id, pointId }) => `/handbook/points/${pointId}?edition=${id}` })
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return act(form, schema.confirmImport, confirmImport, { to: ({ editionId }) => `/handbook/editions/${editionId}` })
}

export async function removeMatching(_: FormState, form: FormData): Promise<FormState> {
  return act(form, mappingToRemove, removeMapping, { message: "handbook.done.mappingRemoved" })
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
