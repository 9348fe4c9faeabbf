import { getLocale, getTranslations } from "next-intl/server"
import { NewPassword } from "@/components/access/new-password"
import { DocumentTitle } from "@/components/ui/document-title"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { choosePassword } from "@/lib/access/actions/session"
import { actorOfLink } from "@/lib/access/commands/passwords"
import { textIn } from "@/lib/platform/i18n/text"

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, locale, person] = await Promise.all([getTranslations("access.setPassword"), getLocale(), actorOfLink(token)])
  return (
    <div className="space-y-6 border border-line bg-sheet p-6 sm:p-8">
      <DocumentTitle>{t("title")}</DocumentTitle>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {person ? (
        <FormShell action={choosePassword} hidden={{ token }}>
          <p className="text-ink-soft">{t("lead", { name: textIn(locale, person.name), email: person.email })}</p>
          <input type="hidden" autoComplete="username" value={person.email} readOnly />
          <NewPassword />
          <Submit>{t("submit")}</Submit>
        </FormShell>
      ) : (
        <>
          <p className="text-ink-soft">{t("spent")}</p>
          <ButtonLink href="/forgotten">{t("again")}</ButtonLink>
        </>
      )}
    </div>
  )
}
