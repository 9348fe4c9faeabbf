"use server"

import { act } from "@/lib/platform/action"
import { withProof } from "@/lib/platform/proof-cookie"
import type { FormState } from "@/lib/platform/refusal"
import { refuseStatement, withdrawStatement } from "@/lib/statements/commands/end"
import { prepareStatement, refreshStatement } from "@/lib/statements/commands/prepare"
import { countersignStatement, signStatement } from "@/lib/statements/commands/sign"
import { countersignStatementSchema, endStatementSchema, prepareStatementSchema, refreshStatementSchema, signStatementSchema } from "@/lib/statements/schema"

const page = ({ id }: { id: string }) => `/statements/${id}`

export async function prepare(_: FormState, form: FormData): Promise<FormState> {
  return act(form, prepareStatementSchema, prepareStatement, { to: page })
}

export async function refresh(_: FormState, form: FormData): Promise<FormState> {
  return act(form, refreshStatementSchema, refreshStatement, { message: "statements.done.refreshed" })
}

export async function sign(_: FormState, form: FormData): Promise<FormState> {
  return act(await withProof(form), signStatementSchema, signStatement, { to: page })
}

export async function countersign(_: FormState, form: FormData): Promise<FormState> {
  return act(await withProof(form), countersignStatementSchema, countersignStatement, { to: page })
}

export async function refuse(_: FormState, form: FormData): Promise<FormState> {
  return act(form, endStatementSchema, refuseStatement, { to: page })
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return act(form, endStatementSchema, withdrawStatement, { to: page })
}
