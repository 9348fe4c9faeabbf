import { deficiencyReportInFull, type ReportRecords } from "@/lib/deficiencies/queries/report"
import type { DeficiencyRecord } from "@/lib/deficiencies/queries/record"
import { remedyOf } from "@/lib/deficiencies/rules/remedy"
import type { ReportFilter } from "@/lib/deficiencies/schema/filter"
import { causes, gradeRows } from "@/lib/deficiencies/schema/values"
import type { Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import type { Locale } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import { writeWorkbook } from "@/lib/platform/workbook/write"

type Words = ReturnType<typeof wordsIn>

/** The deficiency report as a workbook: summary with its reconciliation, the list, and remediation and retest of each. */
export async function deficiencyReportWorkbook(actor: Actor, filter: ReportFilter, locale: Locale): Promise<Uint8Array> {
  const report = await deficiencyReportInFull(actor, filter)
  const t = wordsIn(locale, "deficiencies")
  return writeWorkbook([summarySheet(report, locale, t), listSheet(report, actor, locale, t), stepsSheet(report, locale, t)])
}

function summarySheet({ places, reconciliation, day }: ReportRecords, locale: Locale, t: Words): SheetToWrite {
  const counts = ["raised", "closed", "withdrawn", "open", "accepted"] as const
  const total = (grade: (typeof gradeRows)[number]) => places.reduce((sum, place) => sum + place.grades[grade], 0)
  const number = (heading: string) => ({ heading, kind: "number" as const, width: 14 })
  return {
    name: t("report.sheets.summary"),
    columns: [{ heading: t("columns.unit"), width: 28 }, { heading: t("columns.quarter"), width: 12 }, ...counts.map((key) => number(t(`counts.${key}`))), ...gradeRows.map((grade) => number(t(`grades.${grade}`)))],
    rows: [
      ...places.map((place): RowToWrite => [`${place.unit.code} ${textIn(locale, place.unit.name)}`, place.quarter, ...counts.map((key) => place[key]), ...gradeRows.map((grade) => place.grades[grade])]),
      [t("report.total"), "", ...counts.map((key) => reconciliation[key]), ...gradeRows.map(total)],
      [],
      [t("counts.equation", { raised: reconciliation.raised, closed: reconciliation.closed, withdrawn: reconciliation.withdrawn, open: reconciliation.open })],
      [t("report.asOfDay", { day })],
    ],
  }
}

function listSheet({ rows, records }: ReportRecords, actor: Actor, locale: Locale, t: Words): SheetToWrite {
  const found = new Map(records.map((record) => [record.id, record]))
  const unit = (id: string) => { const one = actor.units?.find((reached) => reached.id === id); return one ? `${one.code} ${textIn(locale, one.name)}` : "" }
  const dated = (heading: string) => ({ heading, kind: "date" as const, width: 13 })
  return {
    name: t("report.sheets.deficiencies"),
    frozenColumns: 1,
    columns: [
      { heading: t("columns.number"), width: 15 }, { heading: t("columns.unit"), width: 24 }, { heading: t("columns.quarter"), width: 11 }, { heading: t("columns.point"), width: 12 },
      { heading: t("columns.kind"), width: 14 }, { heading: t("columns.source"), width: 14 }, { heading: t("columns.title"), width: 36 }, { heading: t("columns.description"), width: 48 },
      { heading: t("columns.grade"), width: 18 }, { heading: t("columns.status"), width: 16 }, { heading: t("columns.overdue"), width: 10 }, { heading: t("columns.owner"), width: 16 },
      dated(t("columns.registered")), dated(t("columns.due")), dated(t("columns.closed")),
    ],
    rows: rows.map((row): RowToWrite => [
      row.number, unit(row.unitId), row.quarter, row.pointCode, t(`kinds.${row.kind}`), t(`sources.${row.source}`), row.title, found.get(row.id)?.description ?? "",
      t(`grades.${row.grade ?? "ungraded"}`), t(`status.${row.status}`), row.overdue ? "✓" : "", row.owner ? textIn(locale, row.owner.name) : "",
      dateOf(row.registeredOn), row.planDueOn && dateOf(row.planDueOn), row.closedOn && dateOf(row.closedOn),
    ]),
  }
}

function stepsSheet({ records, names }: ReportRecords, locale: Locale, t: Words): SheetToWrite {
  const who = (id: string | null | undefined) => { const name = id ? names.get(id) : undefined; return name ? textIn(locale, name) : "" }
  return {
    name: t("report.sheets.steps"),
    frozenColumns: 1,
    columns: [
      { heading: t("columns.number"), width: 15 }, { heading: t("columns.cause"), width: 16 }, { heading: t("columns.remedy"), width: 20 }, { heading: t("columns.actions"), width: 44 }, { heading: t("columns.remediator"), width: 16 },
      { heading: t("columns.due"), kind: "date", width: 13 }, { heading: t("columns.implementedOn"), kind: "date", width: 13 }, { heading: t("columns.retester"), width: 16 }, { heading: t("columns.retest"), width: 36 }, { heading: t("columns.closure"), width: 44 },
    ],
    rows: records.map((record) => stepsRow(record, who, t)),
  }
}

function stepsRow(record: DeficiencyRecord, who: (id: string | null | undefined) => string, t: Words): RowToWrite {
  const cause = causes.find((known) => known === record.cause)
  const retest = record.retests.at(-1)
  const closure = record.closures.at(-1)
  return [
    record.number, cause ? t(`causes.${cause}`) : "", cause ? t(`remedies.${remedyOf(cause)}`) : "", record.plans.at(-1)?.actions ?? "", who(record.remediatorPersonId),
    record.planDueOn, record.implementedOn, who(retest?.testerPersonId),
    retest ? `${t(`page.outcomes.${retest.outcome ?? "running"}`)}\n${retest.samples.map((sample) => `${sample.occurredOn.toISOString().slice(0, 10)} ${sample.reference}`).join("\n")}` : "",
    closure ? `${t(`page.closureKinds.${closure.kind}`)}\n${closure.reason}` : "",
  ]
}
