"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { setClosing } from "@/lib/units/commands/closing"
import { addDepartment, addPosition, foundUnit, setHead, setLimit } from "@/lib/units/commands/units"
import { addDepartmentSchema, addPositionSchema, foundUnitSchema, setClosingSchema, setHeadSchema, setLimitSchema } from "@/lib/units/schema"

export async function found(_: FormState, form: FormData) {
  return act(form, foundUnitSchema, foundUnit, { to: ({ id }) => `/units/${id}` })
}

export async function close(_: FormState, form: FormData) {
  return act(form, setClosingSchema, setClosing, { message: "units.done.closingSet" })
}

export async function department(_: FormState, form: FormData) {
  return act(form, addDepartmentSchema, addDepartment, { message: "units.done.departmentAdded" })
}

export async function head(_: FormState, form: FormData) {
  return act(form, setHeadSchema, setHead, { message: "units.done.headSet" })
}

export async function position(_: FormState, form: FormData) {
  return act(form, addPositionSchema, addPosition, { message: "units.done.positionAdded" })
}

export async function limit(_: FormState, form: FormData) {
  return act(form, setLimitSchema, setLimit, { message: "units.done.limitSet" })
}
