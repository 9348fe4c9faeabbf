import { useTranslations } from "next-intl"
import { CheckboxGroup, RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Input, TextArea } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { presumptions } from "@/lib/deficiencies/rules/grading"
import { grades, likelihoods } from "@/lib/deficiencies/schema/values"

type Basis = DeficiencyView["basis"]
type Last = DeficiencyView["record"]["gradings"][number] | undefined

/** Likelihood × magnitude against the year's thresholds; what was said last is offered again, and the figures of the year's approved scope. */
export function GradingFields({ last, basis }: { last: Last; basis: Basis }) {
  const t = useTranslations("deficiencies")
  const chosen = (words: readonly string[], space: string) => words.map((value) => ({ value, label: t(`${space}.${value}`) }))
  const amount = (name: "profitBeforeTax" | "averageProfit" | "revenue" | "assets") => (
    <Field name={name} label={t(`form.${name}`)}><Input type="number" inputMode="decimal" step="0.01" defaultValue={basis?.figures[name]?.toString()} /></Field>
  )
  return (
    <>
      <div className="grid gap-5 md:grid-cols-2">
        <Field name="grade" label={t("form.grade")} group required><RadioGroup choices={chosen(grades, "grades")} defaultValue={last?.grade} /></Field>
        <Field name="likelihood" label={t("form.likelihood")} group required><RadioGroup choices={chosen(likelihoods, "likelihoods")} defaultValue={last?.likelihood} /></Field>
      </div>
      <Field name="magnitude" label={t("form.magnitude")} hint={t("form.magnitudeHint")}><Input type="number" inputMode="decimal" step="0.01" defaultValue={last?.magnitude?.toString()} /></Field>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm font-medium">{t("form.basis")}</summary>
        <p className="max-w-prose py-2 text-sm text-ink-soft">
          {t("form.basisHint")}
          {basis && <> <Link href={`/scoping/${basis.scopeId}`}>{t("form.basisScoped", { year: String(basis.year) })}</Link></>}
        </p>
        <div className="grid gap-4 sm:grid-cols-2">{amount("profitBeforeTax")}{amount("averageProfit")}{amount("revenue")}{amount("assets")}</div>
      </details>
      <Field name="presumed" label={t("form.presumed")} group><CheckboxGroup choices={chosen(presumptions, "presumptions")} defaultValue={last?.presumed} /></Field>
      <Field name="reason" label={t("form.reason")} required><TextArea /></Field>
    </>
  )
}
