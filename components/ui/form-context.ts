"use client"

import { createContext, useContext } from "react"

export type FormValues = Record<string, string | string[] | undefined>

/** What a form tells its fields: its id, what was typed, what is wrong, whether it is on its way. */
export type FormSurroundings = {
  id: string
  pending: boolean
  values: FormValues
  errors: Record<string, string>
}

export const FormContext = createContext<FormSurroundings>({ id: "field", pending: false, values: {}, errors: {} })

/** What a field tells the control inside it. */
export type FieldSurroundings = {
  id: string
  name: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
  kept: string | string[] | undefined
}

export const FieldContext = createContext<FieldSurroundings | null>(null)

/** The attributes of one control: from the field around it, or its own when it stands alone. */
export function useControl(own: { id?: string; name?: string }) {
  const field = useContext(FieldContext)
  const form = useContext(FormContext)
  const name = own.name ?? field?.name
  return {
    kept: field?.kept ?? (name ? form.values[plainName(name)] : undefined),
    attributes: {
      id: own.id ?? field?.id,
      name,
      required: field?.required,
      "aria-invalid": field?.invalid || undefined,
      "aria-describedby": field?.describedBy,
    },
  }
}

/** The name under which a form answers: a list may be sent as `ids[]`. */
export function plainName(name: string): string {
  return name.replace(/\[\]$/, "")
}

export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
