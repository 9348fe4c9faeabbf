"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useRef, type ReactNode } from "react"
import { type FormState } from "@/lib/platform/refusal"
import { FormContext, type FormValues } from "./form-context"
import { Notice } from "./notice"
import { RefusalSummary } from "./refusal-summary"

type FormFrameProps = {
  state: FormState
  pending: boolean
  /** Values that travel along unseen: ids, versions. */
  hidden?: Record<string, string | number>
  /** Where on the page stands what a refusal names that is no field of this form: its path, and the id there. */
  anchors?: Record<string, string>
  /** What the fields hold before anything was answered. */
  values?: FormValues
  children: ReactNode
}

/** The inside of a form: the answer to what was sent, brought into focus, then the fields, which find theirs by name. */
export function FormFrame({ state, pending, hidden = {}, anchors = {}, values = {}, children }: FormFrameProps) {
  const t = useTranslations()
  const id = useId()
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== "idle") answer.current?.focus()
  }, [state])

  const found = state.status === "refused" ? (state.refusal.errors ?? []) : []
  // Where a field has several errors the first one stands.
  const errors = Object.fromEntries(found.toReversed().map(({ path, message, params }) => [path, t(message, params)]))
  const kept = state.status === "refused" ? { ...values, ...state.values } : values
  return (
    <FormContext value={{ id, pending, values: kept, errors }}>
      <div ref={answer} tabIndex={-1} className="empty:hidden">
        {state.status === "refused" && <RefusalSummary refusal={state.refusal} fieldId={(path) => anchors[path] ?? `${id}-${path}`} />}
        {state.status === "done" && state.message && <Notice kind="success">{t(state.message, state.params)}</Notice>}
      </div>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </FormContext>
  )
}
