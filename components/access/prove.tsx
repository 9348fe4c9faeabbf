import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { PasskeyProof, ProofFailed } from "@/components/access/prove-here"
import { buttonLook } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Status } from "@/components/ui/status"
import { Time } from "@/components/ui/time"
import type { Ways } from "@/lib/access/queries/proof"

/** `here`: the page to come back to from the company account. */
export type ProveProps = { ways: Ways; here: string }

/** Who is signed in proves anew who they are: one way at hand, the others behind a fold. Stands inside a form. */
export function Prove({ ways, here }: ProveProps) {
  const t = useTranslations("access.proof")
  if (ways.fresh) {
    const { expiresAt } = ways.fresh
    return <p className="text-sm"><Status tone="good">{t("fresh")}</Status> {t.rich("until", { time: () => <Time at={expiresAt} /> })}</p>
  }
  const [first, ...others] = waysOf({ ways, here })
  if (!first) return <p className="text-sm">{t("none")}</p>
  return (
    <div className="space-y-2">
      <ProofFailed text={t("failed")} />
      {first}
      {others.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-sm">{t("other")}</summary>
          <div className="space-y-4 pt-3">{others}</div>
        </details>
      )}
    </div>
  )
}

function waysOf({ ways, here }: ProveProps): ReactNode[] {
  return [
    ...(ways.password ? [<Password key="password" />] : []),
    ...(ways.code ? [<Code key="code" />] : []),
    ...(ways.passkey ? [<Passkey key="passkey" />] : []),
    ...(ways.openId ? [<CompanyAccount key="openId" here={here} />] : []),
  ]
}

function Passkey() {
  const t = useTranslations("access")
  return <PasskeyProof label={t("proof.passkey")} done={t("proof.passkeyDone")} failure={t("refusals.passkeyDevice")} />
}

function Password() {
  const t = useTranslations("access.proof")
  return (
    <Field name="password" label={t("password")} hint={t("hint")} className="max-w-sm">
      <Input type="password" autoComplete="current-password" />
    </Field>
  )
}

function Code() {
  const t = useTranslations("access.proof")
  return (
    <Field name="oneTimeCode" label={t("code")} className="max-w-sm">
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="max-w-40 tracking-widest" />
    </Field>
  )
}

function CompanyAccount({ here }: { here: string }) {
  const t = useTranslations("access.proof")
  return (
    <div className="space-y-1">
      {/* A plain link: single sign-on leaves this site. */}
      <a href={`/api/sign-in/openid?again=yes&to=${encodeURIComponent(here)}`} className={buttonLook("plain")}>{t("openId")}</a>
      <p className="text-sm text-ink-soft">{t("openIdHint")}</p>
    </div>
  )
}
