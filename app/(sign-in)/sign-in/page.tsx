import { getTranslations } from "next-intl/server"
import { redirect } from "next/navigation"
import { PasskeySignIn } from "@/components/access/passkey-button"
import { first, type Query } from "@/components/ui/address"
import { buttonLook } from "@/components/ui/button"
import { DocumentTitle } from "@/components/ui/document-title"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { enter } from "@/lib/access/actions/session"
import { inside } from "@/lib/platform/inside"
import { hasOpenId } from "@/lib/platform/openid"
import { currentActor } from "@/lib/platform/session"

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (await currentActor()) redirect("/")
  const [t, query] = await Promise.all([getTranslations("access.signIn"), searchParams])
  const done = first(query.done)
  const to = inside(first(query.to))
  return (
    <div className="space-y-6 border border-line bg-sheet p-6 sm:p-8">
      <DocumentTitle>{t("title")}</DocumentTitle>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {(done === "late" || done === "openIdFailed" || done === "openIdUnknown") && <Notice kind="warning">{t(`done.${done}`)}</Notice>}
      {(done === "password" || done === "out") && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      <FormShell action={enter} hidden={{ to }}>
        <Field name="email" label={t("email")} required>
          <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="password" label={t("password")} required>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Submit>{t("submit")}</Submit>
          <Link href="/forgotten" className="inline-flex min-h-6 items-center text-sm">
            {t("forgotten")}
          </Link>
        </div>
      </FormShell>
      <hr className="border-hairline" />
      {/* A plain link: single sign-on leaves this site. */}
      {hasOpenId() && (
        <a href={`/api/sign-in/openid?to=${encodeURIComponent(to)}`} className={buttonLook("plain")}>
          {t("openId")}
        </a>
      )}
      <PasskeySignIn label={t("passkey")} to={to} />
    </div>
  )
}
