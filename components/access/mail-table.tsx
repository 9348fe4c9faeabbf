import { useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { OutboxRow } from "@/lib/access/queries/outbox"

/** Mail of the outbox; what has not left shows its text, so that a link in it can be handed over. */
export function MailTable({ rows, delivered }: { rows: OutboxRow[]; delivered: boolean }) {
  const t = useTranslations("access.administration")
  const text = { key: "text", header: t("text"), className: "min-w-80", cell: (row: OutboxRow) => <p className="break-words whitespace-pre-line">{row.mail?.text}</p> }
  return (
    <Table
      caption={t("outbox")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title={t("noMail")}>{t("noMailHint")}</Empty>}
      columns={[
        { key: "written", header: t("written"), cell: (row) => <Time at={row.createdAt} /> },
        { key: "to", header: t("recipient"), rowHeader: true, cell: (row) => row.mail?.to },
        { key: "subject", header: t("subject"), cell: (row) => row.mail?.subject },
        ...(delivered ? [] : [text]),
        { key: "tries", header: t("tries"), align: "end", cell: (row) => row.attempts },
        { key: "last", header: delivered ? t("delivered") : t("lastError"), cell: (row) => (row.deliveredAt ? <Time at={row.deliveredAt} /> : row.lastError) },
      ]}
    />
  )
}
