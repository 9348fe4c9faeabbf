import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import type { ListedRequest } from "@/lib/change-requests/queries/requests"
import type { ReachedUnit } from "@/lib/platform/actor"
import { RequestStatus } from "./request-status"

/** Change requests: number, subject, unit, who, where it stands. */
export function RequestsTable({ requests, units, empty }: { requests: ListedRequest[]; units: readonly ReachedUnit[]; empty?: ReactNode }) {
  const [t, common] = [useTranslations("change-requests"), useTranslations("common")]
  const unitName = useUnitName(units)
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "number", header: common("words.number"), rowHeader: true, cell: ({ id, number }) => <Link href={`/change-requests/${id}`}><span className="whitespace-nowrap">{number}</span></Link> },
        { key: "subject", header: t("subject"), className: "min-w-40", cell: ({ code, field }) => `${code} · ${t(`fields.${field}`)}` },
        { key: "unit", header: common("words.unit"), cell: ({ unitId }) => unitName(unitId) },
        { key: "filer", header: t("filer"), cell: ({ filer }) => filer && <Text text={filer} /> },
        { key: "at", header: t("filedAt"), cell: ({ filedAt }) => <Time at={filedAt} /> },
        { key: "status", header: common("words.status"), cell: ({ status }) => <RequestStatus status={status} /> },
      ]}
    />
  )
}
