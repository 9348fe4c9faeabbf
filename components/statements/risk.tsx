import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"

export type Risk = {
  assessmentId: string | null
  ineffective: { id: string; code: string; highRisk: boolean }[]
  deficiencies: { id: string; number: string; title: string; status: string; grade: string | null; planDueOn: string | null; pointCode: string }[]
}

/** What is at risk: points found ineffective, and deficiencies that are open, each leading to its record. */
export function RiskList({ risk }: { risk: Risk }) {
  const t = useTranslations("statements.page")
  const grades = useTranslations("statements.grades")
  if (risk.ineffective.length + risk.deficiencies.length === 0) return <p>{t("noRisk")}</p>
  return (
    <div className="space-y-4">
      {risk.ineffective.length > 0 && (
        <p>
          {t("ineffective")}
          {risk.ineffective.map(({ id, code, highRisk }) => (
            <span key={id} className="ml-3 whitespace-nowrap">
              <Link href={`/assessments/${risk.assessmentId}/tests/${id}`}>{code}</Link>
              {highRisk && <span className="text-sm text-ink-soft"> ({t("highRisk")})</span>}
            </span>
          ))}
        </p>
      )}
      {risk.deficiencies.length > 0 && (
        <Table
          caption={t("openDeficiencies")}
          rows={risk.deficiencies}
          rowKey={(row) => row.id}
          columns={[
            { key: "number", header: t("deficiencyTitle"), rowHeader: true, className: "min-w-64", cell: (row) => <><Link href={`/deficiencies/${row.id}`}>{row.number}</Link> {row.title}</> },
            { key: "point", header: t("point"), cell: (row) => row.pointCode },
            { key: "grade", header: t("grade"), cell: (row) => (row.grade === null ? t("noGrade") : grades(row.grade)) },
            { key: "due", header: t("due"), cell: (row) => (row.planDueOn ? <DateText day={row.planDueOn} form="short" /> : "—") },
          ]}
        />
      )}
    </div>
  )
}
