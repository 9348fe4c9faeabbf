import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { DateInput, Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { Table } from "@/components/ui/table"
import { DateText, PeriodText } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"

type Props = { view: DeficiencyView; count: number; required?: boolean; /** A failed retest says of each sample how it was. */ judged?: boolean }

/** A line for each sample that is needed, with the evidence that there is since the implementation beside it. */
export function SampleFields({ view, count, required = false, judged = false }: Props) {
  const t = useTranslations("deficiencies")
  const { evidenceSince, guard } = view
  const offered = (index: number) => (required ? evidenceSince[index] : undefined)
  return (
    <>
      <Field name="samples" label={t("page.samples")} hint={required ? t("form.samplesHint", { samples: guard.samples, day: guard.implementedOn ?? "" }) : undefined} group className="max-w-none">
        <ol className="space-y-3 pt-2">
          {Array.from({ length: count }, (_, index) => (
            <li key={index} className="flex flex-wrap items-end gap-3 border-b border-hairline pb-3">
              <span className="w-16 self-center text-sm text-ink-soft">{t("form.sample", { number: index + 1 })}</span>
              <Field name={`samples.${index}.occurredOn`} label={t("form.occurredOn")}><DateInput defaultValue={offered(index)?.occurredOn ?? undefined} /></Field>
              <Field name={`samples.${index}.reference`} label={t("form.reference")}><Input defaultValue={offered(index)?.number} /></Field>
              {judged && <Field name={`samples.${index}.passed`} label={t("page.result")}><Select options={[{ value: "yes", label: t("page.met") }, { value: "no", label: t("page.notMet") }]} defaultValue="no" /></Field>}
            </li>
          ))}
        </ol>
      </Field>
      {evidenceSince.length === 0 ? <p className="text-sm text-ink-soft">{t("page.noEvidenceSince")}</p> : (
        <Table
          caption={t("page.evidenceSince")}
          rows={evidenceSince}
          rowKey={(use) => use.useId}
          columns={[
            { key: "number", header: t("page.reference"), rowHeader: true, cell: (use) => <Link href={`/evidence/records/${use.recordId}`} className="inline-block min-h-6 whitespace-nowrap">{use.number}</Link> },
            { key: "day", header: t("page.sampleDay"), cell: (use) => use.occurredOn && <DateText day={use.occurredOn} form="short" /> },
            { key: "period", header: t("columns.quarter"), cell: (use) => <PeriodText period={use.period} /> },
          ]}
        />
      )}
    </>
  )
}
