import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { keep, remove } from "@/lib/units/actions/imports"

/** The published schedule, pasted: a line for each holiday. */
export function KeepHolidays({ unitId, country }: { unitId: string; country: string }) {
  const t = useTranslations("organisation.holiday")
  return (
    <FormShell action={keep} hidden={{ unitId, country }} label={t("add")} className="max-w-2xl space-y-4">
      <Field name="lines" label={t("lines")} hint={<span className="whitespace-pre-line">{t("example")}</span>} required><TextArea rows={8} /></Field>
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}

export function RemoveHoliday({ unitId, country, date }: { unitId: string; country: string; date: string }) {
  const t = useTranslations("organisation.holiday")
  return (
    <FormShell action={remove} hidden={{ unitId, country, date }} label={`${t("remove")} ${date}`} className="">
      <Submit variant="plain">{t("remove")}</Submit>
    </FormShell>
  )
}
