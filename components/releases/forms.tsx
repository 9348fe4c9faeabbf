import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { CheckboxGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, Input, TextArea } from "@/components/ui/input"
import { Confirmation } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { Verdict } from "@/lib/platform/refusal"
import { end, join, open, release } from "@/lib/releases/actions"
import { countsOf, type ScopeItem } from "@/lib/releases/rules"
import { releaseKinds } from "@/lib/releases/schema"

/** The engagement as the page showed it. */
type About = { id: string; version: number }

export function OpenForm({ companyId, verdict, today }: { companyId: string; verdict: Verdict; today: string }) {
  const t = useTranslations("releases.open")
  if (!verdict.allowed) return <Button verdict={verdict}>{t("button")}</Button>
  return (
    <FormShell action={open} label={t("title")} hidden={{ unitId: companyId }}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field name="nameZh" label={t("nameZh")} required><Input /></Field>
        <Field name="nameEn" label={t("nameEn")} required><Input /></Field>
        <Field name="from" label={t("from")} required><DateInput defaultValue={today} /></Field>
        <Field name="to" label={t("to")} required><DateInput /></Field>
      </div>
      <Submit>{t("button")}</Submit>
    </FormShell>
  )
}

export function JoinForm({ about, auditors }: { about: About; auditors: { personId: string; name: Text }[] }) {
  const t = useTranslations("releases.join")
  const locale = useLocale()
  if (auditors.length === 0) return <p className="text-sm text-ink-soft">{t("nobody")}</p>
  return (
    <FormShell action={join} label={t("title")} hidden={about} className="flex flex-wrap items-end gap-4">
      <Field name="personId" label={t("person")} required>
        <Select options={auditors.map(({ personId, name }) => ({ value: personId, label: textIn(locale, name) }))} />
      </Field>
      <Submit variant="plain">{t("button")}</Submit>
    </FormShell>
  )
}

export function EndForm({ about }: { about: About }) {
  const t = useTranslations("releases.end")
  return (
    <details className="max-w-2xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("title")}</summary>
      <FormShell action={end} label={t("title")} hidden={about} className="space-y-3 py-3">
        <p className="text-sm">{t("consequence")}</p>
        <Submit variant="final">{t("button")}</Submit>
      </FormShell>
    </details>
  )
}

/** What the release will name, what may be withheld from it, and the note of the secrecy check. */
export function ReleaseForm({ about, unitId, quarter, scope }: { about: About; unitId: string; quarter: string; scope: ScopeItem[] }) {
  const t = useTranslations("releases")
  const counts = countsOf(scope)
  return (
    <Confirmation title={t("release.button")} consequences={[t("release.lead"), t("release.consequence")]}>
      <FormShell action={release} label={t("release.title")} hidden={{ ...about, unitId, quarter }}>
        <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
          {releaseKinds.map((kind) => (
            <div key={kind} className="flex gap-2">
              <dt className="text-ink-soft">{t(`kinds.${kind}`)}</dt>
              <dd className="font-semibold">{counts[kind]}</dd>
            </div>
          ))}
        </dl>
        <Field name="withhold" label={t("release.withhold")} group>
          {releaseKinds.filter((kind) => kind !== "assessment" && counts[kind] > 0).map((kind) => (
            <details key={kind} className="border-b border-hairline py-1 text-sm">
              <summary className="min-h-6 cursor-pointer">{t(`kinds.${kind}`)} ({counts[kind]})</summary>
              <div className="max-h-64 overflow-y-auto pl-4">
                <CheckboxGroup choices={scope.filter((item) => item.kind === kind).map((item) => ({ value: `${kind}:${item.id}`, label: item.label }))} />
              </div>
            </details>
          ))}
        </Field>
        <Field name="reason" label={t("release.reason")} hint={t("release.reasonHint")}><TextArea rows={2} maxLength={1000} /></Field>
        <Field name="secrecyNote" label={t("release.secrecy")} hint={t("release.secrecyHint")} required><TextArea rows={2} maxLength={2000} /></Field>
        <Submit variant="final">{t("release.button")}</Submit>
      </FormShell>
    </Confirmation>
  )
}
