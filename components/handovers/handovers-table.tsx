import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import type { ListedHandover } from "@/lib/handovers/queries/handovers"
import type { ReachedUnit } from "@/lib/platform/actor"
import { HandoverStatus } from "./handover-status"

/** Departures: who goes when, who answers meanwhile, where it stands and what it waits for. */
export function HandoversTable({ handovers, units, empty }: { handovers: readonly ListedHandover[]; units: readonly ReachedUnit[]; empty?: ReactNode }) {
  const [t, common] = [useTranslations("handovers"), useTranslations("common.words")]
  const unitName = useUnitName(units)
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={handovers}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "number", header: common("number"), rowHeader: true, cell: ({ id, number }) => <Link href={`/handovers/${id}`}><span className="whitespace-nowrap">{number}</span></Link> },
        { key: "person", header: t("person"), className: "whitespace-nowrap", cell: ({ person }) => person.name && <Text text={person.name} /> },
        { key: "unit", header: common("unit"), cell: ({ unitId }) => unitName(unitId) },
        { key: "kind", header: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
        { key: "leavesOn", header: t("leavesOn"), cell: ({ leavesOn }) => <DateText day={leavesOn} form="short" /> },
        { key: "interim", header: t("interim"), className: "whitespace-nowrap", cell: ({ interim }) => interim && <Text text={interim} /> },
        { key: "items", header: t("items"), cell: ({ items }) => t("itemsCount", { count: items }) },
        { key: "status", header: common("status"), cell: ({ status }) => <HandoverStatus status={status} /> },
        { key: "waiting", header: t("waiting"), className: "min-w-40", cell: ({ status, unassigned, waitingFor }) => (t.has(`waitingText.${status}`) ? t(`waitingText.${status}`, { unassigned, count: waitingFor }) : "") },
      ]}
    />
  )
}
