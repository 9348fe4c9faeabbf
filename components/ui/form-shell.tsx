"use client"

import { useTranslations } from "next-intl"
import { startTransition, useActionState, useEffect, useId, useRef, type ReactNode } from "react"
import { type FormAction, type FormState } from "@/lib/platform/refusal"
import { FormContext } from "./form-context"
import { Notice } from "./notice"
import { RefusalSummary } from "./refusal-summary"

type FormShellProps = {
  action: FormAction
  children: ReactNode
  className?: string
  /** A name for the form where a page has several. */
  label?: string
  /** Values that travel along unseen: ids, versions. */
  hidden?: Record<string, string | number>
}

const idle: FormState = { status: "idle" }

/**
 * The one form. Fields inside find their error and what was typed by name. Without scripts it posts to the same page,
 * which answers with the same summary; with scripts nothing that was typed or chosen leaves the page on a refusal.
 */
export function FormShell({ action, children, className, label, hidden = {} }: FormShellProps) {
  const t = useTranslations()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  const [state, dispatch, pending] = useActionState(action, idle)

  useEffect(() => {
    if (state.status === "idle") return
    if (state.status === "done") form.current?.reset()
    answer.current?.focus()
  }, [state])

  const found = state.status === "refused" ? (state.refusal.errors ?? []) : []
  const errors = Object.fromEntries(found.toReversed().map(({ path, message, params }) => [path, t(message, params)]))
  const values = state.status === "refused" ? state.values : {}
  return (
    <FormContext value={{ id, pending, values, errors }}>
      <form
        ref={form}
        action={dispatch}
        noValidate
        aria-label={label}
        aria-busy={pending}
        className={className ?? "space-y-5"}
        onSubmit={(event) => {
          event.preventDefault()
          const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
          const data = new FormData(event.currentTarget, submitter)
          startTransition(() => dispatch(data))
        }}
      >
        <div ref={answer} tabIndex={-1} className="empty:hidden">
          {state.status === "refused" && <RefusalSummary refusal={state.refusal} fieldId={(path) => `${id}-${path}`} />}
          {state.status === "done" && state.message && <Notice kind="success">{t(state.message, state.params)}</Notice>}
        </div>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </FormContext>
  )
}
