import { useTranslations } from "next-intl"
import { Prove, type ProveProps } from "@/components/access/prove"
import { QrCode } from "@/components/access/qr-code"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { begin, confirm } from "@/lib/access/actions/second-factor"
import type { Enrolment } from "@/lib/access/queries/second-factor"

/** Sets up an authenticator app: begun with a press, then the QR code and a field for the first code. In an open session one `prove`s who one is. */
export function EnrolCode({ enrolment, prove }: { enrolment: Enrolment | null; prove?: ProveProps }) {
  const t = useTranslations("access.secondFactor")
  if (!enrolment) {
    return (
      <FormShell action={begin} label={t("begin")}>
        <Submit variant="plain">{t("begin")}</Submit>
      </FormShell>
    )
  }
  return (
    <div className="space-y-5">
      <p className="text-sm font-medium">{t("scan")}</p>
      <QrCode text={enrolment.address} label={t("qr")} />
      <p className="text-sm">
        {t("secret")} <code className="break-all">{enrolment.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <FormShell action={confirm} label={t("confirm")} className="max-w-md space-y-5">
        <CodeField />
        {prove && <Prove {...prove} ways={{ ...prove.ways, code: false }} />}
        <Submit>{t("confirm")}</Submit>
      </FormShell>
      <FormShell action={begin} label={t("again")}>
        <Submit variant="plain">{t("again")}</Submit>
      </FormShell>
    </div>
  )
}

/** The six digits of the app. */
export function CodeField() {
  const t = useTranslations("access.secondFactor")
  return (
    <Field name="oneTimeCode" label={t("code")} hint={t("codeHint")} required>
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="max-w-40 tracking-widest" />
    </Field>
  )
}
