import { useFormatter, useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Input, TextArea } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { DateText, PeriodText, Time } from "@/components/ui/time"
import { populationAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"
import { Act, tests } from "./act"

/** The frozen population with its source, completeness check and hash; the form to freeze it until samples are drawn. */
export function PopulationPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const format = useFormatter()
  const { population, samples } = desk.present
  return (
    <div className="space-y-3">
      <h3 className="font-medium">{t("population")}</h3>
      {population && (
        <Facts facts={[
          { label: t("size"), value: format.number(population.size) },
          { label: t("source"), value: population.source },
          { label: t("completeness"), value: population.completeness },
          { label: t("frozen"), value: <><PersonName names={desk.names} id={population.frozenBy} /> · <Time at={population.frozenAt} /></> },
          { label: t("hash"), value: <code className="text-xs break-all">{population.hash}</code>, wide: true },
        ]} />
      )}
      {desk.items.length > 0 && <Items desk={desk} />}
      {desk.absences.length > 0 && <Absences absences={desk.absences} />}
      {tests(desk, "freeze-population") && samples.length === 0 && <PopulationForm desk={desk} />}
    </div>
  )
}

function Items({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-sm">{t("items", { shown: desk.items.length })}</summary>
      <ol className="numbered mt-2 max-h-80 overflow-auto text-sm">
        {desk.items.map((item) => <li key={item.id}>{item.label}{item.servedOn && <DateText day={item.servedOn} form="short" />}</li>)}
      </ol>
    </details>
  )
}

// Where the population is empty, these are the evidence (domain.md § 4).
function Absences({ absences }: { absences: Desk["absences"] }) {
  const t = useTranslations("assessments.paper")
  return (
    <div className="text-sm">
      <p className="text-ink-soft">{t("absences")}</p>
      <ul className="flex flex-wrap gap-x-6">
        {absences.map(({ recordId, number, period }) => <li key={`${recordId} ${period}`}><Link href={`/evidence/records/${recordId}`}>{number}</Link> <PeriodText period={period} /></li>)}
      </ul>
    </div>
  )
}

function PopulationForm({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const choices = [
    { value: "evidence", label: t("from.evidence", { count: desk.accepted }), hint: t("fromHints.evidence") },
    { value: "list", label: t("from.list"), hint: t("fromHints.list") },
  ]
  return (
    <Act desk={desk} event="freeze-population" action={populationAction} folded={desk.present.population !== null}>
      <Field name="from" label={t("fromLabel")} group required><RadioGroup choices={choices} defaultValue="evidence" /></Field>
      <Field name="list" label={t("list")} hint={t("listHint", { quarter: desk.paper.quarter })}><TextArea rows={5} /></Field>
      <Field name="source" label={t("source")} hint={t("sourceHint")} required><Input /></Field>
      <Field name="completeness" label={t("completeness")} hint={t("completenessHint")} required><TextArea rows={2} /></Field>
    </Act>
  )
}
