import { useLocale, useTranslations } from "next-intl"
import { CheckboxGroup, RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { likelihoods } from "@/lib/deficiencies/schema/values"
import { textIn } from "@/lib/platform/i18n/text"
import { keepRisk } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { impacts } from "@/lib/scoping/rules/values"

/** A fraud risk and the codes of the points that answer it. */
export function RiskForm({ view: { scope, parts }, risk }: { view: ScopeView; risk: ScopeView["parts"]["risks"][number] | undefined }) {
  const [t, likely, locale] = [useTranslations("scoping.risks"), useTranslations("deficiencies.likelihoods"), useLocale()]
  return (
    <FormShell action={keepRisk} label={t("title")} hidden={{ id: scope.id, version: scope.version, ...(risk ? { partId: risk.id } : {}) }} className="max-w-4xl space-y-5">
      <Field name="descriptionZh" label={t("descriptionZh")} required><TextArea rows={2} lang="zh-CN" maxLength={2000} defaultValue={risk?.description.zh} /></Field>
      <Field name="descriptionEn" label={t("descriptionEn")}><TextArea rows={2} lang="en" maxLength={2000} defaultValue={risk?.description.en ?? ""} /></Field>
      {parts.accounts.length > 0 && <Field name="accounts" label={t("accounts")} group><CheckboxGroup choices={parts.accounts.map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} defaultValue={risk?.accounts} /></Field>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="likelihood" label={t("likelihood")} group required><RadioGroup choices={likelihoods.map((value) => ({ value, label: likely(value) }))} defaultValue={risk?.likelihood} /></Field>
        <Field name="impact" label={t("impact")} group required><RadioGroup choices={impacts.map((value) => ({ value, label: t(`impacts.${value}`) }))} defaultValue={risk?.impact} /></Field>
      </div>
      <Field name="points" label={t("points")} hint={t("pointsHint")}><TextArea rows={2} defaultValue={risk?.points.join(" ")} /></Field>
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}
