import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText, Time } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import type { PointOwnership } from "@/lib/units/queries/matrix"

const tones = { standing: "good", past: "neutral", coming: "due", voided: "bad" } as const
type Row = PointOwnership["history"][number]

/** Everybody who ever answered for a point; a row that was a mistake is voided, and stays in sight. */
export function OwnerHistory({ rows, here, mayVoid }: { rows: Row[]; here: string; mayVoid: boolean }) {
  const t = useTranslations("units.point")
  const locale = useLocale()
  return (
    <Table
      caption={t("history")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title={t("noHistory")}>{t("noHistoryHint")}</Empty>}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => row.name && textIn(locale, row.name) },
        { key: "from", header: t("from"), cell: (row) => <DateText day={row.from} form="short" /> },
        { key: "until", header: t("until"), cell: (row) => row.to && <DateText day={row.to} form="short" /> },
        { key: "state", header: t("state"), cell: (row) => <Status tone={tones[row.standing]}>{t(row.standing, { reason: row.voidReason ?? "" })}</Status> },
        { key: "by", header: t("by"), className: "whitespace-nowrap", cell: (row) => row.assigner && <>{textIn(locale, row.assigner)}, <Time at={row.assignedAt} /></> },
        ...(mayVoid
          ? [{ key: "void", header: <span className="sr-only">{t("void")}</span>, cell: (row: Row) => row.voidedAt === null && <Link href={`${here}?confirm=${row.id}`}>{t("void")}</Link> }]
          : []),
      ]}
    />
  )
}
