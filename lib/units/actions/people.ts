"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { endDeputy, nameDeputy } from "@/lib/units/commands/deputies"
import { closeAccount, holdPosition, leavePosition } from "@/lib/units/commands/people"
import { moveDepartment } from "@/lib/units/commands/move"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { closeAccountSchema, endDeputySchema, grantRoleSchema, holdPositionSchema, moveDepartmentSchema, nameDeputySchema, leavePositionSchema, withdrawRoleSchema } from "@/lib/units/schema"

export async function grant(_: FormState, form: FormData) {
  return act(form, grantRoleSchema, grantRole, { message: "access.done.roleGranted" })
}

export async function withdraw(_: FormState, form: FormData) {
  return act(form, withdrawRoleSchema, withdrawRole, { message: "access.done.roleWithdrawn" })
}

export async function close(_: FormState, form: FormData) {
  return act(form, closeAccountSchema, closeAccount, { to: ({ id }) => `/administration/people/${id}` })
}

export async function hold(_: FormState, form: FormData) {
  return act(form, holdPositionSchema, holdPosition, { message: "units.done.positionHeld" })
}

export async function leave(_: FormState, form: FormData) {
  return act(form, leavePositionSchema, leavePosition, { message: "units.done.positionLeft" })
}

export async function move(_: FormState, form: FormData) {
  return act(form, moveDepartmentSchema, moveDepartment, { message: "units.done.moved" })
}

export async function name(_: FormState, form: FormData) {
  return act(form, nameDeputySchema, nameDeputy, { message: "units.done.deputyNamed" })
}

export async function endNamed(_: FormState, form: FormData) {
  return act(form, endDeputySchema, endDeputy, { message: "units.done.deputyEnded" })
}
