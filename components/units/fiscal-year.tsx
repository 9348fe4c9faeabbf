import { useFormatter, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { DateText } from "@/components/ui/time"
import { dateOf } from "@/lib/platform/days"
import { periodNamed } from "@/lib/platform/periods"
import { fiscalYear } from "@/lib/units/actions/imports"

type FiscalYearProps = { company: { id: string; fiscalYearStartMonth: number; version: number }; planned: boolean; year: number }

/** With which month the company's fiscal year begins; shown only, once something is planned. */
export function FiscalYear({ company, planned, year }: FiscalYearProps) {
  const [t, format] = [useTranslations("organisation.fiscal"), useFormatter()]
  const period = periodNamed(String(year))
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1), label: format.dateTime(dateOf(`2026-${String(index + 1).padStart(2, "0")}-01`), { month: "long", timeZone: "UTC" }),
  }))
  return (
    <Section title={t("title")} lead={t("lead")}>
      {period && <p className="text-sm">{t("now", { year: String(year) })} <DateText day={period.start} /> – <DateText day={period.end} />. {t("allUnits")} {t("fixed")}</p>}
      {!planned && (
        <FormShell action={fiscalYear} hidden={{ unitId: company.id, version: company.version }} label={t("title")} className="flex flex-wrap items-end gap-3">
          <Field name="month" label={t("month")}><Select options={months} defaultValue={String(company.fiscalYearStartMonth)} /></Field>
          <Submit variant="plain">{t("save")}</Submit>
        </FormShell>
      )}
    </Section>
  )
}
