"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { assignByPosition, assignOwner, assignOwners, voidOwnership } from "@/lib/units/commands/owners"
import { addPerformer, endPerformer } from "@/lib/units/commands/performers"
import {
  addPerformerSchema, assignByPositionSchema, assignOwnerSchema, assignOwnersSchema, endPerformerSchema, voidOwnershipSchema,
} from "@/lib/units/schema"

export async function assign(_: FormState, form: FormData) {
  return act(form, assignOwnerSchema, assignOwner, { message: "units.done.assigned", params: ({ assigned }) => ({ count: assigned }) })
}

/** The points ticked, or all that the page's filter found, also those on other pages. */
export async function assignSeveral(_: FormState, form: FormData) {
  const matching = form.get("matching")
  if (form.get("all") === "yes" && typeof matching === "string") for (const id of matching.split(",")) form.append("pointIds", id)
  return act(form, assignOwnersSchema, assignOwners, { message: "units.done.assigned", params: ({ assigned }) => ({ count: assigned }) })
}

export async function assignHolders(_: FormState, form: FormData) {
  return act(form, assignByPositionSchema, assignByPosition, {
    message: "units.done.assignedByPosition", params: ({ assigned, gaps }) => ({ count: assigned, gaps }),
  })
}

export async function voidRow(_: FormState, form: FormData) {
  return act(form, voidOwnershipSchema, voidOwnership, { message: "units.done.voided" })
}

export async function perform(_: FormState, form: FormData) {
  return act(form, addPerformerSchema, addPerformer, { message: "units.done.performerAdded" })
}

export async function endPerforming(_: FormState, form: FormData) {
  return act(form, endPerformerSchema, endPerformer, { message: "units.done.performerEnded" })
}
