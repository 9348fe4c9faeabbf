import { useTranslations } from "next-intl"
import { LateMark } from "@/components/evidence/status"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Empty } from "@/components/ui/empty"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { PeriodText, Time } from "@/components/ui/time"
import { acceptManyAction } from "@/lib/evidence/actions"
import type { WaitingUse } from "@/lib/evidence/queries/waiting"

/** What waits for a reviewer, to be opened one by one or accepted together. */
export function WaitingTable({ items }: { items: WaitingUse[] }) {
  const t = useTranslations("evidence")
  const table = (
    <Table<WaitingUse>
      caption={t("waiting.table")}
      captionHidden
      rows={items}
      rowKey={(row) => row.id}
      empty={<Empty title={t("waiting.empty")}>{t("waiting.emptyHint")}</Empty>}
      selection={{ name: "ids", label: (row) => t("waiting.select", { number: row.number, code: row.code }) }}
      columns={[
        { key: "record", header: t("columns.record"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`/evidence/records/${row.recordId}`}>{row.number}</Link> },
        {
          key: "point", header: t("columns.point"), className: "min-w-56",
          cell: (row) => (
            <>
              <span className="mr-2 text-ink-soft">{row.code}</span>
              <Text text={row.title} marked />
              {!row.occurred && <span className="block text-ink-soft">{t("contentKinds.did-not-occur")}</span>}
            </>
          ),
        },
        { key: "period", header: t("columns.period"), cell: (row) => <PeriodText period={row.period} /> },
        {
          key: "submitted", header: t("columns.submitted"),
          cell: (row) => (
            <>
              {row.submitter && <Text text={row.submitter} />}
              <span className="block text-ink-soft"><Time at={row.submittedAt} /></span>
              {row.late && <LateMark />}
            </>
          ),
        },
        { key: "files", header: t("columns.files"), align: "end", cell: (row) => (row.files === 0 ? t("waiting.noFiles") : row.files) },
      ]}
    />
  )
  if (items.length === 0) return table
  return (
    <FormShell action={acceptManyAction} label={t("waiting.title")} className="space-y-0">
      {table}
      <BulkBar><Submit>{t("waiting.acceptAll")}</Submit></BulkBar>
    </FormShell>
  )
}
