"use client"

import { useTranslations } from "next-intl"
import { useContext, type ReactNode } from "react"
import { FieldContext, FormContext, plainName } from "./form-context"

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  /** For radio buttons and check boxes: a fieldset with a legend. */
  group?: boolean
  className?: string
  children: ReactNode
}

/** A label, a hint, the error of this name and one control; the control finds its id, name and kept value here. */
export function Field({ name, label, hint, required = false, group = false, className, children }: FieldProps) {
  const t = useTranslations("common.forms")
  const form = useContext(FormContext)
  const path = plainName(name)
  const id = `${form.id}-${path}`
  const error = form.errors[path]
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined
  const notes = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="border-l-3 border-bad pl-2 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </>
  )
  const title = (
    <>
      {label}
      {required && <span data-required="" className="ml-1.5 text-xs font-normal text-ink-soft">{t("required")}</span>}
    </>
  )
  const around = { id, name, describedBy, invalid: Boolean(error), required, kept: form.values[path] }
  const frame = `min-w-0 max-w-2xl space-y-1 ${className ?? ""}`
  return (
    <FieldContext value={around}>
      {group ? (
        <fieldset id={id} tabIndex={-1} className={frame} aria-describedby={describedBy}>
          <legend className="text-sm font-medium">{title}</legend>
          {notes}
          {children}
        </fieldset>
      ) : (
        <div className={frame}>
          <label htmlFor={id} className="block text-sm font-medium">
            {title}
          </label>
          {notes}
          {children}
        </div>
      )}
    </FieldContext>
  )
}
