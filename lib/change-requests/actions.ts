"use server"

import { acceptRequest, carryRequest } from "@/lib/change-requests/commands/accept"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { answerRequest, askRequest, declineRequest, takeUpRequest, withdrawRequest } from "@/lib/change-requests/commands/judge"
import { acceptRequestSchema, sayRequestSchema, submitRequestSchema, takeUpSchema } from "@/lib/change-requests/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

const to = ({ id }: { id: string }) => `/change-requests/${id}`

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  return act(form, submitRequestSchema, submitRequest, { to })
}

export async function takeUp(_: FormState, form: FormData): Promise<FormState> {
  return act(form, takeUpSchema, takeUpRequest, { to })
}

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return act(form, sayRequestSchema, askRequest, { to })
}

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  return act(form, sayRequestSchema, answerRequest, { to })
}

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  return act(form, acceptRequestSchema, acceptRequest, { to })
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  return act(form, sayRequestSchema, declineRequest, { to })
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return act(form, sayRequestSchema, withdrawRequest, { to })
}

export async function carry(_: FormState, form: FormData): Promise<FormState> {
  return act(form, takeUpSchema, carryRequest, { message: "change-requests.done.carried" })
}
