import { useTranslations } from "next-intl"
import { Due } from "@/components/evidence/due"
import { ObligationStatusText } from "@/components/evidence/status"
import type { Address } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import type { ListedObligation } from "@/lib/evidence/queries/obligations"
import { isOpen } from "@/lib/evidence/rules/status"

type Props = { rows: ListedObligation[]; today: string; address: Address }

/** The obligations as a list: which point, which period, who, by when, how far. */
export function ObligationsTable({ rows, today, address }: Props) {
  const t = useTranslations("evidence")
  return (
    <Table<ListedObligation>
      caption={t("list.title")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      address={address}
      empty={<Empty title={t("list.empty")}>{t("list.emptyHint")}</Empty>}
      columns={[
        {
          key: "point", header: t("columns.point"), rowHeader: true, className: "min-w-64",
          cell: (row) => (
            <Link href={`/evidence/obligations/${row.id}`}>
              <span className="mr-2 text-ink-soft">{row.code}</span>
              <Text text={row.title} marked />
            </Link>
          ),
        },
        { key: "period", header: t("columns.period"), cell: (row) => <PeriodText period={row.period} /> },
        { key: "status", header: t("columns.status"), cell: (row) => <ObligationStatusText status={row.status} /> },
        { key: "due", header: t("columns.due"), cell: (row) => <Due on={row.dueOn} today={today} open={isOpen(row.status)} /> },
        { key: "owner", header: t("columns.owner"), cell: (row) => (row.owner ? <Text text={row.owner.name} /> : <span className="font-medium text-bad">{t("noOwner")}</span>) },
        { key: "kind", header: t("columns.kind"), className: "whitespace-nowrap", cell: (row) => t(`kinds.${row.kind}`) },
      ]}
    />
  )
}
