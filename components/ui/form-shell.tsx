"use client"

import { unstable_isUnrecognizedActionError, unstable_rethrow, usePathname, useRouter } from "next/navigation"
import { useActionState, useEffect, useId, useRef, useState, useTransition, type ReactNode } from "react"
import { keepable, valuesOf } from "@/lib/platform/form"
import { type FormAction, type FormState } from "@/lib/platform/refusal"
import { FormFrame } from "./form-frame"
import { leaveBehind, remember, writtenIn, type Written } from "./left-behind"

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
const lost = (said: "unanswered" | "renewed") => ({ status: "refused", refusal: { code: "unavailable", message: `common.forms.${said}` } }) as const

/**
 * The one form. Fields inside find their error and what was typed by name. Without scripts it posts to the same page,
 * which answers with the same summary; with scripts nothing that was typed or chosen leaves the page on a refusal.
 */
export function FormShell({ action, children, className = "space-y-5", label, hidden, anchors }: FormShellProps) {
  const form = useRef<HTMLFormElement>(null)
  const written = useRef<Written[]>([])
  const [before, dispatch] = useActionState(action, idle)
  const [answer, setAnswer] = useState<FormState>()
  const [pending, begin] = useTransition()
  const [router, path, id] = [useRouter(), usePathname(), useId()]
  const state = answer ?? before
  useEffect(() => {
    if (state.status === "done") form.current?.reset()
    // Somebody was quicker: fetch the present state and version around what was typed. Where the form has no place any more, its words stay.
    const isLate = state.status === "refused" && state.refusal.code === "stale-version"
    remember(id, isLate ? { path, written: written.current } : null)
    if (isLate) router.refresh()
  }, [state, router, path, id])
  useEffect(() => () => leaveBehind(id), [id])

  async function send(data: FormData) {
    // What was refused before is sent anew: nothing is owed of it, also where the answer leads on and this form is no more.
    remember(id, null)
    try {
      const told = await action(state, data)
      begin(() => setAnswer(told))
    } catch (error) {
      // A redirect is no fault. An answer that never came would replace the page, and all that was typed, with a failure.
      unstable_rethrow(error)
      // A page of the build before the present one sends to nobody, however often it is pressed.
      const said = unstable_isUnrecognizedActionError(error) ? "renewed" : "unanswered"
      begin(() => setAnswer({ ...lost(said), values: keepable(valuesOf(data)) }))
    }
  }

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
        written.current = writtenIn(event.currentTarget)
        begin(() => send(data))
      }}
    >
      <FormFrame state={state} pending={pending} hidden={hidden} anchors={anchors}>
        {children}
      </FormFrame>
    </form>
  )
}
