"use client"

import { startAuthentication } from "@simplewebauthn/browser"
import { useSearchParams } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Status } from "@/components/ui/status"
import { askToProve } from "@/lib/access/actions/passkeys"

type PasskeyProofProps = { label: string; done: string; failure: string }

/** A passkey's answer goes along with the form around it. Needs scripts: the device speaks with nothing else. */
export function PasskeyProof({ label, done, failure }: PasskeyProofProps) {
  const [answer, setAnswer] = useState("")
  const [failed, setFailed] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = field.current?.form
    const spent = () => setAnswer("")
    form?.addEventListener("reset", spent)
    return () => form?.removeEventListener("reset", spent)
  }, [])

  async function prove() {
    setFailed(false)
    const asked = await askToProve()
    const response = asked.ok ? await startAuthentication({ optionsJSON: asked.value }).catch(() => null) : null
    setAnswer(response ? JSON.stringify(response) : "")
    setFailed(response === null)
  }

  return (
    <div className="space-y-1">
      <input ref={field} type="hidden" name="passkey" value={answer} />
      <Button type="button" onClick={() => void prove()}>{label}</Button>
      {answer !== "" && <p role="status" className="text-sm"><Status tone="good">{done}</Status></p>}
      {failed && <p role="alert" className="text-sm text-bad">{failure}</p>}
    </div>
  )
}

/** Said when one comes back from the company account without a proof. */
export function ProofFailed({ text }: { text: string }) {
  return useSearchParams().get("proof") === "failed" ? <Notice kind="warning">{text}</Notice> : null
}
