"use server"

import { changePassword } from "@/lib/access/commands/passwords"
import { endSession } from "@/lib/access/commands/sessions"
import { createToken, revokeToken } from "@/lib/access/commands/tokens"
import { changePasswordSchema, createTokenSchema, ofOneSchema } from "@/lib/access/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { sessionId } from "@/lib/platform/session"

export async function change(_: FormState, form: FormData) {
  const kept = await sessionId()
  return act(form, changePasswordSchema, (actor, input) => changePassword(actor, input, kept), { message: "access.done.passwordChanged" })
}

export async function end(_: FormState, form: FormData) {
  return act(form, ofOneSchema, endSession, { message: "access.done.sessionEnded" })
}

export async function create(_: FormState, form: FormData) {
  return act(form, createTokenSchema, createToken, { message: "access.done.tokenCreated", params: ({ token }) => ({ token }) })
}

export async function revoke(_: FormState, form: FormData) {
  return act(form, ofOneSchema, revokeToken, { message: "access.done.tokenRevoked" })
}
