import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import type { Wording } from "@/lib/change-requests/rules/fields"
import type { Labels } from "@/lib/handbook/queries/labels"
import { textIn } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"

/** The proposed wording: a choice for what comes from a list, else the text in both languages. */
export function ProposalFields({ field, wording, labels }: { field: string; wording: Wording; labels: Labels }) {
  const [t, common, locale] = [useTranslations("change-requests.form"), useTranslations("common"), useLocale()]
  if ("value" in wording) {
    const options = field === "frequency"
      ? frequencies.map((value) => ({ value, label: common(`frequencies.${value}`) }))
      : labels.positions.map(([value, title]) => ({ value, label: textIn(locale, title) }))
    return <Field name="proposed" label={t("proposed")} required><Select options={options} defaultValue={wording.value} /></Field>
  }
  return (
    <>
      <Field name="proposed" label={t("proposedZh")} required><TextArea rows={5} maxLength={4000} defaultValue={wording.zh} lang="zh-CN" /></Field>
      <Field name="proposedEn" label={t("proposedEn")} hint={t("proposedEnHint")}><TextArea rows={5} maxLength={4000} defaultValue={wording.en ?? ""} lang="en" /></Field>
    </>
  )
}
