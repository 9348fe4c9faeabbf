"use server"

import { act } from "@/lib/platform/action"
import type { FormState } from "@/lib/platform/refusal"
import { copyOwners } from "@/lib/units/commands/copy-owners"
import { setFiscalYear } from "@/lib/units/commands/fiscal-year"
import { keepHolidays, removeHoliday } from "@/lib/units/commands/holidays"
import { confirmUnitImport } from "@/lib/units/commands/imports"
import { confirmUnitImportSchema, copyOwnersSchema, keepHolidaysSchema, removeHolidaySchema, setFiscalYearSchema } from "@/lib/units/schema"

export async function confirmImported(_: FormState, form: FormData) {
  return act(form, confirmUnitImportSchema, confirmUnitImport, { to: ({ id }) => `/units/imports/${id}` })
}

export async function copy(_: FormState, form: FormData) {
  return act(form, copyOwnersSchema, copyOwners, { to: ({ unitId, fromUnitId, assigned }) => `/units/${unitId}/ownership/copy?from=${fromUnitId}&copied=${assigned}` })
}

export async function keep(_: FormState, form: FormData) {
  return act(form, keepHolidaysSchema, keepHolidays, { message: "organisation.done.saved", params: (counts) => counts })
}

export async function fiscalYear(_: FormState, form: FormData) {
  return act(form, setFiscalYearSchema, setFiscalYear, { message: "organisation.done.fiscalSet" })
}

export async function remove(_: FormState, form: FormData) {
  return act(form, removeHolidaySchema, removeHoliday, { message: "organisation.done.removed" })
}
