import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { StatementStatus } from "@/components/statements/status"
import { readState } from "@/lib/platform/lifecycle"
import type { releasedRows } from "@/lib/releases/queries/room"
import { statementLifecycle } from "@/lib/statements/rules/lifecycle"

type Rows = Awaited<ReturnType<typeof releasedRows>>

/** The released records of a unit's quarter, each leading to its own page. */
export function ReleasedRows({ rows, report }: { rows: Rows; report: string }) {
  const t = useTranslations("releases")
  const frequencies = useTranslations("common.frequencies")
  const empty = <p className="text-sm text-ink-soft">{t("room.nothingOfKind")}</p>
  return (
    <>
      <Section title={t("room.statements")}>
        <Table
          caption={t("listOf", { what: t("room.statements") })} captionHidden rows={rows.statements} rowKey={(row) => row.id} empty={empty}
          columns={[
            { key: "number", header: t("room.statements"), rowHeader: true, cell: (row) => <Link href={`/statements/${row.id}`}>{row.number}</Link> },
            { key: "status", header: t("state"), cell: (row) => <StatementStatus status={readState(statementLifecycle, row.status)} /> },
            { key: "document", header: t("room.document"), cell: (row) => (row.documentSha256 ? <Link target="_blank" href={`/api/statements/${row.id}/document`}>{t("room.open")}</Link> : "—") },
          ]}
        />
      </Section>
      <Section title={t("room.deficiencies")} actions={<Link href={report}>{t("room.report")}</Link>}>
        <Table
          caption={t("listOf", { what: t("room.deficiencies") })} captionHidden rows={rows.deficiencies} rowKey={(row) => row.id} empty={empty}
          columns={[
            { key: "number", header: t("room.deficiency"), rowHeader: true, className: "min-w-64", cell: (row) => <><Link href={`/deficiencies/${row.id}`}>{row.number}</Link> <Text text={row.titles} /></> },
            { key: "point", header: t("room.point"), cell: (row) => row.pointCode },
            { key: "grade", header: t("room.grade"), cell: (row) => (row.grade ? t(`grades.${row.grade}`) : t("room.noGrade")) },
          ]}
        />
      </Section>
      <Section title={t("room.tests")}>
        <Table
          caption={t("listOf", { what: t("room.tests") })} captionHidden rows={rows.tests} rowKey={(row) => row.id} empty={empty}
          columns={[
            { key: "code", header: t("room.code"), rowHeader: true, cell: (row) => <Link href={`/assessments/${row.assessmentId}/tests/${row.id}`}>{row.code}</Link> },
            { key: "title", header: t("room.point"), cell: (row) => row.title && <Text text={row.title} marked /> },
            { key: "frequency", header: t("room.frequency"), cell: (row) => frequencies(row.frequency) },
            { key: "conclusion", header: t("room.conclusion"), cell: (row) => (row.conclusion ? t(`conclusions.${row.conclusion}`) : t("room.noConclusion")) },
          ]}
        />
      </Section>
      <Section title={t("room.records")}>
        {rows.records.length === 0 ? empty : (
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {rows.records.map((row) => <li key={row.id}><Link href={`/evidence/records/${row.id}`}>{row.number}</Link></li>)}
          </ul>
        )}
      </Section>
    </>
  )
}
