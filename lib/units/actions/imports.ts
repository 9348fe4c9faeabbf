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
  return act(form, copyOwnersSchema, copyOwners, { message: "organisation.copy.done", params: ({ assigned, gaps }) => ({ count: assigned, gaps }) })
}

export async function keep(_: FormState, form: FormData) {
  return act(form, keepHolidaysSchema, keepHolidays, { message: "organisation.holiday.saved", params: (counts) => counts })
}

export async function fiscalYear(_: FormState, form: FormData) {
  return act(form, setFiscalYearSchema, setFiscalYear, { message: "organisation.fiscal.set" })
}

export async function remove(_: FormState, form: FormData) {
  return act(form, removeHolidaySchema, removeHoliday, { message: "organisation.holiday.removed" })
}
