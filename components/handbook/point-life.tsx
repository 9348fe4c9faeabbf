import { useFormatter, useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { ConclusionStatus, StandingStatus } from "@/components/assessments/standing"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { PointLife } from "@/lib/handbook/queries/point-life"
import { obligationStatuses, type ObligationStatus } from "@/lib/evidence/rules/status"

type Props = { life: PointLife; pointId: string }
type Row = PointLife["units"][number]

const tones: Record<ObligationStatus, Tone> = { upcoming: "neutral", due: "due", overdue: "late", submitted: "due", returned: "bad", accepted: "good", "did-not-occur": "good" }

/** A point's evidence by unit and quarter: how many records stand where; each quarter leads to its list. */
export function PointEvidence({ life, pointId }: Props) {
  const t = useTranslations("handbook.life")
  const [status, format] = [useTranslations("evidence.status"), useFormatter()]
  return (
    <ByQuarter life={life} caption={t("evidence")} empty={t("noEvidence")} cell={({ unit, lived }, quarter) => {
      const counts = lived.get(quarter)?.evidence ?? []
      if (counts.length === 0) return "—"
      return (
        <Link href={`/evidence?unit=${unit.code}&period=${quarter}&point=${pointId}`} className="flex flex-wrap gap-x-3 no-underline hover:underline">
          {obligationStatuses.map((one) => counts.filter((count) => count.status === one).map(({ count }) => (
            <Status key={one} tone={tones[one]}>{t("count", { status: status(one), count: format.number(count) })}</Status>
          )))}
        </Link>
      )
    }} />
  )
}

/** A point's tests by unit and quarter: the conclusion, else where the paper stands; each leads to the paper. */
export function PointTests({ life }: Pick<Props, "life">) {
  const t = useTranslations("handbook.life")
  return (
    <ByQuarter life={life} caption={t("tests")} empty={t("noTests")} cell={({ lived }, quarter) => {
      const test = lived.get(quarter)?.test
      if (!test) return "—"
      return <Link href={`/assessments/${test.assessmentId}/tests/${test.id}`} className="inline-block min-h-6">{test.conclusion ? <ConclusionStatus conclusion={test.conclusion} /> : <StandingStatus standing={test.standing} />}</Link>
    }} />
  )
}

type ByQuarterProps = { life: PointLife; caption: string; empty: string; cell: (row: Row, quarter: string) => ReactNode }

function ByQuarter({ life: { quarters, units }, caption, empty, cell }: ByQuarterProps) {
  const [t, time] = [useTranslations("handbook.point"), useTranslations("common.time")]
  return (
    <Table
      caption={caption}
      rows={units}
      rowKey={({ unit }) => unit.id}
      empty={<Empty title={empty} />}
      columns={[
        { key: "unit", header: t("unit"), rowHeader: true, className: "min-w-32", cell: ({ unit }) => <Text text={unit.name} /> },
        ...quarters.map((quarter) => ({ key: quarter, header: time("quarter", { year: quarter.slice(0, 4), quarter: Number(quarter.slice(6)) }), className: "min-w-28", cell: (row: Row) => cell(row, quarter) })),
      ]}
    />
  )
}
