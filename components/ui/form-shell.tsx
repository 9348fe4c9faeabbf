"use client"

import { useRouter } from "next/navigation"
import { startTransition, useActionState, useEffect, useRef, type ReactNode } from "react"
import { type FormAction, type FormState } from "@/lib/platform/refusal"
import { FormFrame } from "./form-frame"

type FormShellProps = {
  action: FormAction
  children: ReactNode
  className?: string
  /** A name for the form where a page has several. */
  label?: string
  /** Values that travel along unseen: ids, versions. */
  hidden?: Record<string, string | number>
  /** Where on the page stands what a refusal names that is no field of this form: its path, and the id there. */
  anchors?: Record<string, string>
}

const idle: FormState = { status: "idle" }

/**
 * The one form. Fields inside find their error and what was typed by name. Without scripts it posts to the same page,
 * which answers with the same summary; with scripts nothing that was typed or chosen leaves the page on a refusal.
 */
export function FormShell({ action, children, className = "space-y-5", label, hidden, anchors }: FormShellProps) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch, pending] = useActionState(action, idle)
  const router = useRouter()
  useEffect(() => {
    if (state.status === "done") form.current?.reset()
    // Somebody was quicker: fetch the present state and version around what was typed.
    if (state.status === "refused" && state.refusal.code === "stale-version") router.refresh()
  }, [state, router])
  return (
    <form
      ref={form}
      action={dispatch}
      noValidate
      aria-label={label}
      aria-busy={pending}
      className={className}
      onSubmit={(event) => {
        // An action that React starts itself would empty the form; this one leaves it as it is.
        event.preventDefault()
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        const data = new FormData(event.currentTarget, submitter)
        startTransition(() => dispatch(data))
      }}
    >
      <FormFrame state={state} pending={pending} hidden={hidden} anchors={anchors}>
        {children}
      </FormFrame>
    </form>
  )
}
