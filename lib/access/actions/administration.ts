"use server"

import { createAccount } from "@/lib/access/commands/accounts"
import { makeLink } from "@/lib/access/commands/links"
import { endSessionsOf } from "@/lib/access/commands/sessions"
import { changeSignInPolicy } from "@/lib/access/commands/sign-in-policy"
import { revokeTokenOf } from "@/lib/access/commands/tokens"
import { askRemoval, decideRemoval } from "@/lib/access/commands/removals"
import { askRemovalSchema, changeSignInPolicySchema, decideRemovalSchema, ofPersonSchema, tokenOfPersonSchema } from "@/lib/access/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { addPersonSchema } from "@/lib/units/schema"

export async function add(_: FormState, form: FormData) {
  return act(form, addPersonSchema, createAccount, { message: "access.done.linkMade", params: ({ address }) => ({ address }) })
}

export async function link(_: FormState, form: FormData) {
  return act(form, ofPersonSchema, makeLink, { message: "access.done.linkMade", params: ({ address }) => ({ address }) })
}

export async function endAll(_: FormState, form: FormData) {
  return act(form, ofPersonSchema, endSessionsOf, { message: "access.done.sessionsEnded", params: ({ ended }) => ({ count: ended }) })
}

export async function revokeOf(_: FormState, form: FormData) {
  return act(form, tokenOfPersonSchema, revokeTokenOf, { message: "access.done.tokenRevoked" })
}

export async function changePolicy(_: FormState, form: FormData) {
  return act(form, changeSignInPolicySchema, changeSignInPolicy, { message: "access.done.policyKept" })
}

export async function ask(_: FormState, form: FormData) {
  return act(form, askRemovalSchema, askRemoval, { message: "access.done.removalAsked" })
}

export async function decide(_: FormState, form: FormData) {
  return act(form, decideRemovalSchema, decideRemoval, { message: "access.done.removalDecided" })
}
