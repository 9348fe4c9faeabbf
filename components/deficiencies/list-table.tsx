import { useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText, PeriodText } from "@/components/ui/time"
import type { ListedDeficiency } from "@/lib/deficiencies/queries/list"
import type { ReachedUnit } from "@/lib/platform/actor"
import { DeficiencyStatus, GradeText } from "./status"

type Props = { rows: readonly ListedDeficiency[]; units: ReachedUnit[]; address?: Address; caption: string; captionHidden?: boolean }

export function DeficiencyTable({ rows, units, address, caption, captionHidden = true }: Props) {
  const t = useTranslations("deficiencies")
  const unitOf = (row: ListedDeficiency) => units.find(({ id }) => id === row.unitId)
  return (
    <Table<ListedDeficiency>
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={(row) => row.id}
      address={address}
      empty={<Empty title={t("list.empty")}>{t("list.emptyHint")}</Empty>}
      columns={[
        { key: "number", header: t("columns.number"), sort: "number", rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`/deficiencies/${row.id}`} className="inline-block min-h-6">{row.number}</Link> },
        { key: "title", header: t("columns.title"), className: "min-w-56", cell: (row) => <Text text={row.titles} /> },
        ...(units.length > 1 ? [{ key: "unit", header: t("columns.unit"), className: "min-w-24", cell: (row: ListedDeficiency) => { const unit = unitOf(row); return unit ? <Text text={unit.name} /> : "" } }] : []),
        { key: "point", header: t("columns.point"), className: "whitespace-nowrap", cell: (row) => row.pointCode },
        { key: "grade", header: t("columns.grade"), className: "whitespace-nowrap", cell: (row) => <GradeText grade={row.grade} /> },
        { key: "status", header: t("columns.status"), cell: (row) => <DeficiencyStatus status={row.status} overdue={row.overdue} /> },
        { key: "owner", header: t("columns.owner"), className: "whitespace-nowrap", cell: (row) => (row.owner ? <Text text={row.owner.name} /> : "—") },
        { key: "due", header: t("columns.due"), sort: "due", cell: (row) => (row.planDueOn ? <DateText day={row.planDueOn} form="short" /> : "—") },
        { key: "registered", header: t("columns.registered"), sort: "registered", cell: (row) => <DateText day={row.registeredOn} form="short" /> },
        { key: "quarter", header: t("columns.quarter"), cell: (row) => <PeriodText period={row.quarter} /> },
      ]}
    />
  )
}
