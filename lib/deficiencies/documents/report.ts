import { deficiencyReportInFull, type ReportRecords } from "@/lib/deficiencies/queries/report"
import type { ReportFilter } from "@/lib/deficiencies/schema/filter"
import { gradeRows } from "@/lib/deficiencies/schema/values"
import type { Actor } from "@/lib/platform/actor"
import { renderPdf } from "@/lib/platform/documents/render"
import type { DocumentData } from "@/lib/platform/documents/schema"
import type { Locale } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import { blockOf } from "./block"

type Words = ReturnType<typeof wordsIn>

/** The deficiency report as a PDF, in a language, of what the reader reaches (domain.md § 6). */
export async function deficiencyReportPdf(actor: Actor, filter: ReportFilter, locale: Locale, issuedAt: Date): Promise<Uint8Array> {
  return renderPdf("deficiency-report", dataOf(await deficiencyReportInFull(actor, filter), actor, filter, locale, issuedAt))
}

/** What the document says. */
export function dataOf(report: ReportRecords, actor: Actor, filter: ReportFilter, locale: Locale, issuedAt: Date): DocumentData<"deficiency-report"> {
  const t = wordsIn(locale, "deficiencies")
  const fixed = wordsIn(locale, "documents.deficiencyReport")
  const units = actor.units ?? []
  const chosen = units.find(({ id, code }) => id === filter.unit || code === filter.unit)
  const company = units.find(({ kind }) => kind === "company") ?? units[0]
  const { raised, closed, withdrawn, open } = report.reconciliation
  return {
    locale, issuedAt, landscape: true,
    organisation: company ? textIn(locale, company.name) : t("report.organisation"),
    title: t("report.title"),
    subtitle: t("counts.equation", { raised, closed, withdrawn, open }),
    number: `${chosen?.code ?? company?.code ?? "KP"}-${filter.quarter ?? filter.year ?? report.day}`,
    parties: [
      { label: t("report.scope"), value: chosen ? textIn(locale, chosen.name) : t("report.everything") },
      { label: t("report.period"), value: filter.quarter ?? filter.year?.toString() ?? t("report.allPeriods") },
      { label: t("report.preparedBy"), value: textIn(locale, actor.name) },
      { label: t("columns.status"), value: t("report.asOfDay", { day: report.day }) },
    ],
    mark: actor.demo ? t("report.demo") : undefined,
    summary: summaryOf(report, t),
    deficiencies: listOf(report, actor, locale, t),
    blocks: report.records.map((record) => blockOf(record, report, locale, t)),
    words: { number: fixed("number"), page: fixed("page", { page: "{page}", pages: "{pages}" }), summary: fixed("summary"), deficiencies: fixed("deficiencies"), blocks: fixed("blocks"), none: fixed("none") },
  }
}

function summaryOf({ matrix, statuses }: ReportRecords, t: Words): DocumentData<"deficiency-report">["summary"] {
  const right = { align: "right" as const, share: 1 }
  const count = (grade: (typeof gradeRows)[number], status: (typeof statuses)[number]) => matrix[grade][status] ?? 0
  const sum = (numbers: number[]) => String(numbers.reduce((total, number) => total + number, 0))
  return {
    columns: [{ label: t("columns.grade"), share: 2 }, ...statuses.map((status) => ({ label: t(`status.${status}`), ...right })), { label: t("report.total"), ...right }],
    rows: gradeRows.map((grade) => [t(`grades.${grade}`), ...statuses.map((status) => String(count(grade, status))), sum(statuses.map((status) => count(grade, status)))]),
    total: [
      t("report.total"), ...statuses.map((status) => sum(gradeRows.map((grade) => count(grade, status)))),
      sum(gradeRows.flatMap((grade) => statuses.map((status) => count(grade, status)))),
    ],
  }
}

function listOf({ rows }: ReportRecords, actor: Actor, locale: Locale, t: Words): DocumentData<"deficiency-report">["deficiencies"] {
  const unit = (id: string) => { const found = actor.units?.find((one) => one.id === id); return found ? textIn(locale, found.name) : "" }
  return {
    columns: [
      { label: t("columns.number") }, { label: t("columns.unit"), share: 1.2 }, { label: t("columns.quarter") }, { label: t("columns.point") }, { label: t("columns.title"), share: 3 },
      { label: t("columns.grade"), share: 1.3 }, { label: t("columns.status"), share: 1.2 }, { label: t("columns.owner"), share: 1 }, { label: t("columns.due") },
    ],
    rows: rows.map((row) => [
      row.number, unit(row.unitId), row.quarter, row.pointCode, row.title, t(`grades.${row.grade ?? "ungraded"}`),
      `${t(`status.${row.status}`)}${row.overdue ? ` · ${t("columns.overdue")}` : ""}`, row.owner ? textIn(locale, row.owner.name) : "—", row.planDueOn ?? "—",
    ]),
  }
}
