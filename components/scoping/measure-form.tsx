import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input, TextArea } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { measure } from "@/lib/scoping/actions"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { bases, usual, usualParts } from "@/lib/scoping/rules/materiality"

/** The year's figures and the rule of materiality. */
export function MeasureForm({ view: { scope } }: { view: ScopeView }) {
  const t = useTranslations("scoping.materiality")
  const { materiality } = scope
  const figures = materiality?.figures
  const number = (value: number | undefined) => <Input type="number" inputMode="decimal" step="any" defaultValue={value?.toString()} />
  return (
    <FormShell action={measure} label={t("title")} hidden={{ id: scope.id, version: scope.version }} className="max-w-4xl space-y-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="profitBeforeTax" label={t("figures.profit")} hint={t("yuan")} required>{number(figures?.profitBeforeTax)}</Field>
        <Field name="averageProfit" label={t("figures.average-profit")} hint={t("averageHint")}>{number(figures?.averageProfit)}</Field>
        <Field name="revenue" label={t("figures.revenue")} required>{number(figures?.revenue)}</Field>
        <Field name="assets" label={t("figures.assets")} required>{number(figures?.assets)}</Field>
      </div>
      <Field name="basis" label={t("basis")} hint={t("basisHint")} group required>
        <RadioGroup choices={bases.map((value) => ({ value, label: t("usual", { basis: t(`figures.${value}`), percent: usual[value] }) }))} defaultValue={materiality?.basis ?? "profit"} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="percentage" label={t("percentage")} hint={t("percentageHint")}>{number(materiality?.percentage)}</Field>
        <Field name="performancePercentage" label={t("performancePercentage")} hint={t("partHint", { percent: usualParts.performance })}>{number(materiality?.performancePercentage)}</Field>
        <Field name="trivialPercentage" label={t("trivialPercentage")} hint={t("partHint", { percent: usualParts.trivial })}>{number(materiality?.trivialPercentage)}</Field>
      </div>
      <Field name="reason" label={t("reason")} hint={t("reasonHint")}><TextArea rows={2} maxLength={2000} defaultValue={materiality?.reason ?? ""} /></Field>
      <Submit>{t("save")}</Submit>
    </FormShell>
  )
}
