import { useFormatter, useTranslations } from "next-intl"
import { HeatMap } from "@/components/ui/heat-map"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import type { DeficiencyReport, PlaceCount } from "@/lib/deficiencies/queries/report"
import { gradeRows } from "@/lib/deficiencies/schema/values"

type Scope = Record<string, string | undefined>

function listOf(scope: Scope, change: Scope): string {
  const given = Object.entries({ ...scope, ...change }).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return `/deficiencies?${new URLSearchParams(given)}`
}

/** Grade × status, each number a link to its deficiencies. */
export function ReportMatrix({ report, scope }: { report: DeficiencyReport; scope: Scope }) {
  const t = useTranslations("deficiencies")
  return (
    <HeatMap
      caption={t("report.matrix")}
      corner={t("report.corner")}
      columns={report.statuses.map((status) => ({ key: status, label: t(`status.${status}`) }))}
      rows={gradeRows.map((grade) => ({
        key: grade, label: t(`grades.${grade}`), href: listOf(scope, { grade }),
        cells: Object.fromEntries(report.statuses.map((status) => [status, { count: report.matrix[grade][status] ?? 0, href: listOf(scope, { grade, status }) }])),
      }))}
    />
  )
}

/** Each unit's quarter: raised = closed + withdrawn + open, and by grade; each number a link. */
export function ReportPlaces({ report, scope }: { report: DeficiencyReport; scope: Scope }) {
  const t = useTranslations("deficiencies")
  const format = useFormatter()
  const cell = (row: PlaceCount, count: number, change: Scope) => count === 0
    ? <span className="text-ink-soft">0</span>
    : <Link href={listOf(scope, { unit: row.unit.id, quarter: row.quarter, ...change })} className="inline-block min-h-6 min-w-6">{format.number(count)}</Link>
  const states = [["raised", {}], ["closed", { status: "closed" }], ["withdrawn", { status: "withdrawn" }], ["open", { status: "open" }], ["accepted", { status: "accepted" }]] as const
  return (
    <Table<PlaceCount>
      caption={`${t("report.title")}: ${t("report.places")}`}
      captionHidden
      rows={report.places}
      rowKey={(row) => `${row.unit.id} ${row.quarter}`}
      columns={[
        { key: "unit", header: t("columns.unit"), rowHeader: true, className: "min-w-28", cell: (row) => <Text text={row.unit.name} /> },
        { key: "quarter", header: t("columns.quarter"), cell: (row) => <PeriodText period={row.quarter} /> },
        ...states.map(([key, change]) => ({ key, header: t(`counts.${key}`), align: "end" as const, cell: (row: PlaceCount) => cell(row, row[key], change) })),
        ...gradeRows.map((grade) => ({ key: grade, header: t(`grades.${grade}`), align: "end" as const, cell: (row: PlaceCount) => cell(row, row.grades[grade], { grade }) })),
      ]}
    />
  )
}
