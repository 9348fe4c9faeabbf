"use client"

import { useTranslations } from "next-intl"
import { useRouter } from "next/navigation"
import { useState, type FormEvent, type ReactNode } from "react"
import { type FormState, type Refusal } from "@/lib/platform/refusal"
import { type FormValues } from "./form-context"
import { FormFrame } from "./form-frame"
import { tooLarge, upload } from "./upload"

type UploadFormProps = {
  /** A route handler: answers JSON to scripts, 303 to a plain form (back here with `?refusal=` on a refusal). */
  address: string
  children: ReactNode
  label?: string
  hidden?: Record<string, string | number>
  /** The largest size of one file, in megabytes. */
  limit?: number
  /** What the page found in its address after a plain post was refused. */
  refusal?: Refusal
  values?: FormValues
  className?: string
}

/** A form with files. With scripts it shows how far it is and keeps all that was typed and chosen. */
export function UploadForm({ address, children, label, hidden, limit = 50, refusal, values, className = "space-y-5" }: UploadFormProps) {
  const t = useTranslations("common.forms")
  const router = useRouter()
  const [state, setState] = useState<FormState>(refusal ? { status: "refused", refusal, values: {} } : { status: "idle" })
  const [part, setPart] = useState<number | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const data = new FormData(form, submitter)
    const large = tooLarge(data, limit * 1024 * 1024)
    if (large.length > 0) return setState(refusedFiles(large, limit))
    setPart(0)
    try {
      const answer = await upload(address, data, setPart)
      setState(answer)
      if (answer.status === "done") {
        form.reset()
        if (answer.to) router.push(answer.to)
        router.refresh()
      }
    } catch {
      setState({ status: "refused", values: {}, refusal: { code: "conflict", message: "common.forms.lost" } })
    }
    setPart(null)
  }

  return (
    <form
      action={address}
      method="post"
      encType="multipart/form-data"
      noValidate
      aria-label={label}
      aria-busy={part !== null}
      className={className}
      onSubmit={send}
    >
      <FormFrame state={state} pending={part !== null} hidden={hidden} values={values}>
        {children}
        {part !== null && <progress aria-label={t("progress")} value={part} max={1} className="ledger-progress block h-1.5 w-full max-w-2xl" />}
      </FormFrame>
    </form>
  )
}

function refusedFiles(names: string[], maximum: number): FormState {
  const errors = [...new Set(names)].map((path) => ({ path, message: "common.errors.fileTooLarge", params: { maximum } }))
  return { status: "refused", values: {}, refusal: { code: "too-large", message: "common.refusals.too-large", errors } }
}
