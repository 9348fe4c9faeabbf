import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { planAction } from "@/lib/assessments/actions"
import type { YearOverview } from "@/lib/assessments/queries/list"
import { textIn } from "@/lib/platform/i18n/text"

const quartersOfYear = 4

/** Plans a quarter of a unit; who may not is told who could. */
export function PlanForm({ overview, unitId }: { overview: YearOverview; unitId?: string }) {
  const t = useTranslations("assessments")
  const locale = useLocale()
  const own = overview.units.filter((unit) => unit.mayPlan.allowed && unit.ceased.length < quartersOfYear)
  const refusal = overview.units.map((unit) => unit.mayPlan).find((verdict) => !verdict.allowed)
  const quarters = [1, 2, 3, 4].map((quarter) => ({ value: `${overview.year}-Q${quarter}`, label: t("list.quarterOf", { year: String(overview.year), quarter }) }))
  if (own.length === 0) return <Button type="button" verdict={refusal}>{t("events.plan")}</Button>
  return (
    <FormShell action={planAction} label={t("plan.title")} className="flex flex-wrap items-end gap-3">
      <Field name="unitId" label={t("unit")} required>
        <Select options={own.map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))} defaultValue={unitId} />
      </Field>
      <Field name="quarter" label={t("plan.quarter")} required><Select options={quarters} defaultValue={overview.quarter} /></Field>
      <Submit>{t("events.plan")}</Submit>
    </FormShell>
  )
}
