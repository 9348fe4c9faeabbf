import { getTranslations } from "next-intl/server"
import { redirect } from "next/navigation"
import { CodeField, EnrolCode } from "@/components/access/enrol-code"
import { AddPasskey } from "@/components/access/own-passkeys"
import { PasskeySignIn } from "@/components/access/passkey-button"
import { first, type Query } from "@/components/ui/address"
import { DocumentTitle } from "@/components/ui/document-title"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { pass } from "@/lib/access/actions/session"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { seeStep } from "@/lib/access/queries/step"
import { inside } from "@/lib/platform/inside"
import { currentActor } from "@/lib/platform/session"
import { stepOfBrowser } from "@/lib/platform/step-cookie"

export default async function SecondStepPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (await currentActor()) redirect("/")
  const open = await seeStep(await stepOfBrowser())
  if (!open) redirect("/sign-in?done=late")
  const [t, query] = await Promise.all([getTranslations("access.secondFactor"), searchParams])
  const factor = await ownSecondFactor(open.actor)
  const to = inside(first(query.to))
  return (
    <div className="space-y-6 border border-line bg-sheet p-6 sm:p-8">
      <DocumentTitle>{t("title")}</DocumentTitle>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <div>
        <p className="text-sm break-all text-ink-soft">{open.actor.email}</p>
        <p>{open.awaiting === "enrolment" ? t("enrolLead") : t(factor.code ? "codeLead" : "passkeyLead")}</p>
      </div>
      {open.awaiting === "enrolment" ? (
        <>
          <EnrolCode enrolment={factor.enrolment} />
          <hr className="border-hairline" />
          <AddPasskey />
        </>
      ) : (
        <>
          {factor.passkeys.length > 0 && <PasskeySignIn label={t("passkey")} to={to} />}
          <Codes to={to} app={factor.code !== null} />
        </>
      )}
      <Link href="/sign-in" className="inline-flex min-h-6 items-center text-sm">
        {t("other")}
      </Link>
    </div>
  )
}

async function Codes({ to, app }: { to: string; app: boolean }) {
  const t = await getTranslations("access.secondFactor")
  return (
    <>
      {app && (
        <FormShell action={pass} hidden={{ to }} label={t("code")}>
          <CodeField />
          <Submit>{t("submit")}</Submit>
        </FormShell>
      )}
      <details>
        <summary className="cursor-pointer text-sm">{t("recovery")}</summary>
        <FormShell action={pass} hidden={{ to }} label={t("recoveryCode")} className="space-y-5 pt-4">
          <Field name="oneTimeCode" label={t("recoveryCode")} hint={t("recoveryHint")} required>
            <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
          </Field>
          <Submit variant="plain">{t("submit")}</Submit>
        </FormShell>
      </details>
    </>
  )
}
