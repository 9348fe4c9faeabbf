import { getTranslations } from "next-intl/server"
import { DocumentTitle } from "@/components/ui/document-title"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { askForLink } from "@/lib/access/actions/session"

export default async function ForgottenPage() {
  const t = await getTranslations("access.forgotten")
  return (
    <div className="space-y-6 border border-line bg-sheet p-6 sm:p-8">
      <DocumentTitle>{t("title")}</DocumentTitle>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="text-ink-soft">{t("lead")}</p>
      <FormShell action={askForLink}>
        <Field name="email" label={t("email")} required>
          <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Submit>{t("submit")}</Submit>
          <Link href="/sign-in" className="inline-flex min-h-6 items-center text-sm">
            {t("back")}
          </Link>
        </div>
      </FormShell>
    </div>
  )
}
