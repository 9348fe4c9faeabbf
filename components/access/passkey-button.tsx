"use client"

import { startAuthentication, startRegistration } from "@simplewebauthn/browser"
import { startTransition, useActionState, useState, type ReactNode } from "react"
import { FormFrame } from "@/components/ui/form-frame"
import { Submit } from "@/components/ui/submit"
import { add, askForPasskey, askForSignIn, enterWithPasskey } from "@/lib/access/actions/passkeys"
import type { FormState, Refusal } from "@/lib/platform/refusal"

type PasskeyFormProps = { label: string; children?: ReactNode }
type Answer = { ok: true; response: object } | { ok: false; refusal: Refusal }

const idle: FormState = { status: "idle" }
// The device or its owner said no, or took too long; which of them, browsers do not tell.
const unanswered: Refusal = { code: "unauthenticated", message: "access.refusals.passkeyDevice" }

/** Signs in with a passkey of this browser. Needs scripts: the device speaks with nothing else. */
export function PasskeySignIn({ label, to }: { label: string; to: string }) {
  return (
    <PasskeyForm label={label} action={enterWithPasskey} hidden={{ to }}
      ask={async () => ({ ok: true, response: await startAuthentication({ optionsJSON: await askForSignIn() }) })}
    />
  )
}

/** Makes a passkey; its name is a field among the children. */
export function NewPasskey({ label, children }: PasskeyFormProps) {
  return (
    <PasskeyForm label={label} action={add}
      ask={async (form) => {
        const asked = await askForPasskey(form)
        return asked.ok ? { ok: true, response: await startRegistration({ optionsJSON: asked.value }) } : asked
      }}
    >
      {children}
    </PasskeyForm>
  )
}

type Around = PasskeyFormProps & { action: typeof add; ask: (form: FormData) => Promise<Answer>; hidden?: Record<string, string> }

function PasskeyForm({ label, children, action, ask, hidden }: Around) {
  const [answered, dispatch, sending] = useActionState(action, idle)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<FormState>(idle)
  const state = failed.status === "idle" ? answered : failed

  async function send(form: FormData) {
    setAsking(true)
    setFailed(idle)
    const answer = await ask(form).catch((): Answer => ({ ok: false, refusal: unanswered }))
    setAsking(false)
    if (!answer.ok) return setFailed({ status: "refused", refusal: answer.refusal, values: {} })
    form.set("response", JSON.stringify(answer.response))
    startTransition(() => dispatch(form))
  }

  return (
    <form
      noValidate
      aria-label={label}
      className="max-w-md space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      <FormFrame state={state} pending={asking || sending} hidden={hidden}>
        {children}
        <Submit variant="plain">{label}</Submit>
      </FormFrame>
    </form>
  )
}
