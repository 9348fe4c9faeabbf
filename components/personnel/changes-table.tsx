import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import type { ListedChange } from "@/lib/personnel/queries/changes"
import type { ReachedUnit } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

const tones: Record<string, Tone> = { open: "due", agreed: "due", "carried-out": "good", dismissed: "neutral" }

export function ChangeStatus({ status }: { status: string }) {
  const t = useTranslations("personnel.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}

/** Who joins, moves and leaves: what stands, what it becomes, and where that was said. */
export function ChangesTable({ caption, changes, units, empty }: { caption: string; changes: readonly ListedChange[]; units: readonly ReachedUnit[]; empty?: ReactNode }) {
  const [t, locale, unitName] = [useTranslations("personnel"), useLocale(), useUnitName(units)]
  const words = (unitId: string | null, department: string | null, position: string | null) => [unitId && unitName(unitId), department, position].filter(Boolean).join(" · ")
  return (
    <Table
      caption={caption}
      captionHidden
      rows={changes}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, cell: ({ id, name, email }) => <><Link href={`/personnel/${id}`}>{textIn(locale, name)}</Link> <span className="text-ink-soft">{email}</span></> },
        { key: "kind", header: t("kind"), className: "whitespace-nowrap", cell: ({ kind }) => t(`kinds.${kind}`) },
        { key: "was", header: t("was"), cell: (row) => words(row.wasUnitId, row.wasDepartment, row.wasPosition) },
        { key: "becomes", header: t("becomes"), cell: (row) => row.kind !== "leaver" && words(row.unitId, row.department, row.position) },
        { key: "on", header: t("on"), cell: ({ on }) => on && <DateText day={on} form="short" /> },
        { key: "points", header: t("points"), align: "end", cell: ({ points }) => points || null },
        { key: "source", header: t("source"), cell: ({ source, listName }) => <>{t(`sources.${source}`)} <span className="text-ink-soft">{listName}</span></> },
        { key: "state", header: t("state"), cell: ({ status }) => <ChangeStatus status={status} /> },
      ]}
    />
  )
}
