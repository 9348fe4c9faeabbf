"use client"

import { startAuthentication } from "@simplewebauthn/browser"
import { useSearchParams } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { useRefusalText } from "@/components/ui/refusal-text"
import { Status } from "@/components/ui/status"
import { askToProve } from "@/lib/access/actions/passkeys"
import type { Refusal } from "@/lib/platform/refusal"

type PasskeyProofProps = { label: string; done: string; failure: string }

const away: Refusal = { code: "unavailable", message: "common.refusals.away" }

/** A passkey's answer goes along with the form around it. Needs scripts: the device speaks with nothing else. */
export function PasskeyProof({ label, done, failure }: PasskeyProofProps) {
  const [answer, setAnswer] = useState("")
  const [failed, setFailed] = useState("")
  const words = useRefusalText()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = field.current?.form
    const spent = () => setAnswer("")
    form?.addEventListener("reset", spent)
    return () => form?.removeEventListener("reset", spent)
  }, [])

  async function prove() {
    setFailed("")
    // Nothing here leads away from the form around it, nor ends without a word.
    const asked = await askToProve().catch((): { ok: false; refusal: Refusal } => ({ ok: false, refusal: away }))
    const response = asked.ok ? await startAuthentication({ optionsJSON: asked.value }).catch(() => null) : null
    setAnswer(response ? JSON.stringify(response) : "")
    if (!response) setFailed(asked.ok ? failure : words(asked.refusal))
  }

  return (
    <div className="space-y-1">
      <input ref={field} type="hidden" name="passkey" value={answer} />
      <Button type="button" onClick={() => void prove()}>{label}</Button>
      {answer !== "" && <p role="status" className="text-sm"><Status tone="good">{done}</Status></p>}
      {failed !== "" && <p role="alert" className="text-sm text-bad">{failed}</p>}
    </div>
  )
}

/** Said when one comes back from the company account without a proof. */
export function ProofFailed({ text }: { text: string }) {
  return useSearchParams().get("proof") === "failed" ? <Notice kind="warning">{text}</Notice> : null
}
