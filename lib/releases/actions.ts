"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { addMember, endEngagement, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { addMemberSchema, endEngagementSchema, openEngagementSchema, releaseQuarterSchema } from "@/lib/releases/schema"

const page = ({ id }: { id: string }) => `/releases/${id}`

export async function open(_: FormState, form: FormData): Promise<FormState> {
  return act(form, openEngagementSchema, openEngagement, { to: page })
}

export async function join(_: FormState, form: FormData): Promise<FormState> {
  return act(form, addMemberSchema, addMember, { message: "releases.done.added" })
}

export async function release(_: FormState, form: FormData): Promise<FormState> {
  return act(form, releaseQuarterSchema, releaseQuarter, { to: page })
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  return act(form, endEngagementSchema, endEngagement, { to: page })
}
