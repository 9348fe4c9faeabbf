"use server"

import { cancelHandover } from "@/lib/handovers/commands/cancel"
import { superviseHandover } from "@/lib/handovers/commands/complete"
import { declineHandover } from "@/lib/handovers/commands/decline"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { cancelHandoverSchema, declineHandoverSchema, divideSchema, openHandoverSchema, signHandoverSchema, superviseSchema } from "@/lib/handovers/schema"
import { act } from "@/lib/platform/action"
import { withProof } from "@/lib/platform/proof-cookie"
import type { FormState } from "@/lib/platform/refusal"

const to = ({ id }: { id: string }) => `/handovers/${id}`

export async function open(_: FormState, form: FormData): Promise<FormState> {
  return act(form, openHandoverSchema, openHandover, { to })
}

export async function divide(_: FormState, form: FormData): Promise<FormState> {
  return act(form, divideSchema, divideHandover, { message: "handovers.done.divided", params: ({ count }) => ({ count }) })
}

export async function hand(_: FormState, form: FormData): Promise<FormState> {
  return act(await withProof(form), signHandoverSchema, handOver, { to })
}

export async function take(_: FormState, form: FormData): Promise<FormState> {
  return act(await withProof(form), signHandoverSchema, takeOver, { to })
}

export async function supervise(_: FormState, form: FormData): Promise<FormState> {
  return act(await withProof(form), superviseSchema, superviseHandover, { to })
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return act(form, cancelHandoverSchema, cancelHandover, { to })
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  return act(form, declineHandoverSchema, declineHandover, { to })
}
