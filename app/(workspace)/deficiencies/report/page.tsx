import { getLocale, getTranslations } from "next-intl/server"
import { ReconciliationFigures } from "@/components/deficiencies/counts"
import { DeficiencyTable } from "@/components/deficiencies/list-table"
import { ReportMatrix, ReportPlaces } from "@/components/deficiencies/report-tables"
import { type Query, withQuery } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { buttonLook } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { DateText } from "@/components/ui/time"
import { deficiencyReport } from "@/lib/deficiencies/queries/report"
import { reportFilterSchema } from "@/lib/deficiencies/schema/filter"
import { textIn } from "@/lib/platform/i18n/text"
import { quarterOf, quartersBack } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"

export default async function DeficiencyReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [query, t, locale] = [await searchParams, await getTranslations("deficiencies"), await getLocale()]
  const filter = reportFilterSchema.parse(query)
  const report = await deficiencyReport(actor, filter)
  const units = actor.units ?? []
  const scope = { unit: filter.unit, quarter: filter.quarter, year: filter.year?.toString() }
  const years = [...new Set([...quartersBack(quarterOf(report.day), 13).map((quarter) => quarter.slice(0, 4)), ...(scope.year ? [scope.year] : [])])]
  const file = (format: string) => withQuery({ path: "/api/deficiency-report", query: { ...scope, format, lang: locale } }, {})
  return (
    <Drawn>
      <PageHead
        title={t("report.title")}
        lead={t("report.lead")}
        status={t.rich("report.asOf", { date: () => <DateText day={report.day} /> })}
        crumbs={[{ label: t("home"), href: "/deficiencies" }]}
        actions={<>
          <a href={file("pdf")} className={buttonLook("plain")}>{t("report.pdf")}</a>
          <a href={file("xlsx")} className={buttonLook("plain")}>{t("report.workbook")}</a>
        </>}
      />
      <Filters address={{ path: "/deficiencies/report", query }}>
        {units.length > 1 && <Field name="unit" label={t("columns.unit")}><Select none={t("report.all")} options={units.map((unit) => ({ value: unit.id, label: textIn(locale, unit.name) }))} /></Field>}
        <Field name="year" label={t("report.year")}><Select none={t("report.all")} options={years.map((year) => ({ value: year, label: t("report.ofYear", { year }) }))} /></Field>
        <Field name="quarter" label={t("columns.quarter")}><QuarterSelect none={t("report.all")} quarters={quartersBack(quarterOf(report.day), 8, filter.quarter)} /></Field>
      </Filters>
      {report.rows.length === 0 ? <Empty title={t("report.empty")}>{t("report.emptyHint")}</Empty> : <>
        <Section title={t("counts.title")}><ReconciliationFigures counts={report.reconciliation} overdue={report.overdue} address={{ path: "/deficiencies", query: scope }} /></Section>
        <div className="pt-8"><ReportMatrix report={report} scope={scope} /></div>
        <Section title={t("report.places")}><ReportPlaces report={report} scope={scope} /></Section>
        <Section title={t("report.rows")}><DeficiencyTable rows={report.rows} units={units} caption={`${t("report.title")}: ${t("report.rows")}`} /></Section>
      </>}
    </Drawn>
  )
}
