"use server"

import { askTester, declineTester, endBorrowing, lendTester, withdrawAsking } from "@/lib/borrowings/commands/borrow"
import { askTesterSchema, borrowingWithReasonSchema, lendTesterSchema } from "@/lib/borrowings/schema"
import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return act(form, askTesterSchema, askTester, { to: () => "/borrowings" })
}

export async function lend(_: FormState, form: FormData): Promise<FormState> {
  return act(form, lendTesterSchema, lendTester, { message: "borrowings.done.lent" })
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  return act(form, borrowingWithReasonSchema, declineTester, { message: "borrowings.done.changed" })
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return act(form, borrowingWithReasonSchema, withdrawAsking, { message: "borrowings.done.changed" })
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  return act(form, borrowingWithReasonSchema, endBorrowing, { message: "borrowings.done.changed" })
}
