import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { DateInput, TextArea } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { remedyOf } from "@/lib/deficiencies/rules/remedy"
import { causes } from "@/lib/deficiencies/schema/values"
import { textIn } from "@/lib/platform/i18n/text"

/** Cause, actions, who and until when; the cause says where the remedy leads. */
export function PlanFields({ view: { record, people } }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies")
  const locale = useLocale()
  const last = record.plans.at(-1)
  const names = people.map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) }))
  return (
    <>
      <Field name="cause" label={t("form.cause")} required>
        <Select none="" options={causes.map((cause) => ({ value: cause, label: `${t(`causes.${cause}`)} → ${t(`remedies.${remedyOf(cause)}`)}` }))} defaultValue={record.cause ?? ""} />
      </Field>
      <Field name="actions" label={t("form.actions")} required><TextArea defaultValue={last?.actions} /></Field>
      <Field name="remediatorPersonId" label={t("form.remediator")}><Select none={t("form.theOwner")} options={names} defaultValue={last?.remediatorPersonId ?? ""} /></Field>
      <Field name="dueOn" label={t("form.dueOn")} required><DateInput defaultValue={last?.dueOn.toISOString().slice(0, 10)} /></Field>
    </>
  )
}
