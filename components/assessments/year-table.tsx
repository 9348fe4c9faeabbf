import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { ListedAssessment, YearOverview } from "@/lib/assessments/queries/list"
import { AssessmentStatus } from "./standing"

const quarters = ["Q1", "Q2", "Q3", "Q4"]

/** Units by quarters: each cell the assessment's state and how many of its due papers are finished. */
export function YearTable({ overview }: { overview: YearOverview }) {
  const t = useTranslations("assessments")
  return (
    <Table
      caption={t("list.caption", { year: String(overview.year) })}
      captionHidden
      rows={overview.units}
      rowKey={(unit) => unit.id}
      columns={[
        { key: "unit", header: t("unit"), rowHeader: true, className: "min-w-40", cell: (unit) => <><span className="text-ink-soft">{unit.code}</span> <Text text={unit.name} /></> },
        ...quarters.map((quarter) => ({
          key: quarter,
          header: t("list.quarter", { quarter: Number(quarter.slice(1)) }),
          className: "min-w-36",
          cell: (unit: YearOverview["units"][number]) => <Cell assessment={unit.quarters[quarter]} ceased={unit.ceased.includes(quarter)} />,
        })),
      ]}
    />
  )
}

function Cell({ assessment, ceased }: { assessment: ListedAssessment | undefined; ceased: boolean }) {
  const t = useTranslations("assessments.list")
  if (!assessment) return <span className="text-ink-soft">{t(ceased ? "unitClosed" : "none")}</span>
  return (
    <Link href={`/assessments/${assessment.id}`} className="block">
      <AssessmentStatus status={assessment.status} />
      {assessment.applicable > 0 && <span className="block text-xs">{t("progress", { finished: assessment.finished, due: assessment.due })}</span>}
    </Link>
  )
}
