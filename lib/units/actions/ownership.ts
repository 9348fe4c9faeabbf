"use server"

import { act } from "@/lib/platform/action"
import { currentActor } from "@/lib/platform/session"
import type { FormState } from "@/lib/platform/refusal"
import { assignByPosition, assignOwner, assignOwners, voidOwnership } from "@/lib/units/commands/owners"
import { addPerformer, endPerformer } from "@/lib/units/commands/performers"
import { ownershipMatrix } from "@/lib/units/queries/matrix"
import {
  addPerformerSchema, assignByPositionSchema, assignOwnerSchema, assignOwnersSchema, endPerformerSchema, ownershipFilterSchema, voidOwnershipSchema,
} from "@/lib/units/schema"

export async function assign(_: FormState, form: FormData) {
  return act(form, assignOwnerSchema, assignOwner, { message: "units.done.assigned", params: ({ assigned }) => ({ count: assigned }) })
}

/** The points ticked, or all that the page's filter finds, also those on other pages: as many as the page said. */
export async function assignSeveral(_: FormState, form: FormData) {
  if (form.get("all") === "yes") for (const id of await foundBy(`${form.get("filter")}`, form.get("unitId"))) form.append("pointIds", id)
  else form.delete("expected")
  return act(form, assignOwnersSchema, assignOwners, { message: "units.done.assigned", params: ({ assigned }) => ({ count: assigned }) })
}

async function foundBy(query: string, unit: unknown): Promise<string[]> {
  const [actor, filter] = [await currentActor(), ownershipFilterSchema.safeParse({ ...Object.fromEntries(new URLSearchParams(query)), unit })]
  const page = actor && filter.success ? await ownershipMatrix(actor, filter.data) : null
  return page?.matching ?? []
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
