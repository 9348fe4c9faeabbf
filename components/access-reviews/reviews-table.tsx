import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText, PeriodText } from "@/components/ui/time"
import { useUnitName } from "@/components/workspace/unit-name"
import type { ListedReview } from "@/lib/access-reviews/queries/reviews"
import type { ReachedUnit } from "@/lib/platform/actor"
import { ReviewStatus } from "./review-status"

/** Access reviews: of which unit and quarter, how far each has come, who confirmed it. */
export function ReviewsTable({ reviews, units, empty }: { reviews: readonly ListedReview[]; units: readonly ReachedUnit[]; empty?: ReactNode }) {
  const t = useTranslations("access-reviews")
  const unitName = useUnitName(units)
  return (
    <Table
      caption={t("all")}
      captionHidden
      rows={reviews}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "number", header: t("number"), rowHeader: true, className: "whitespace-nowrap", cell: ({ id, number }) => <Link href={`/access-reviews/${id}`}>{number}</Link> },
        { key: "unit", header: t("unit"), cell: ({ unitId }) => unitName(unitId) },
        { key: "quarter", header: t("quarter"), className: "whitespace-nowrap", cell: ({ quarter }) => <PeriodText period={quarter} /> },
        { key: "state", header: t("state"), cell: ({ status }) => <ReviewStatus status={status} /> },
        { key: "frozenOn", header: t("frozenOn"), cell: ({ frozenOn }) => <DateText day={frozenOn} form="short" /> },
        { key: "progress", header: t("progress"), align: "end", cell: ({ progress }) => t("progressOf", { decided: progress.decided, lines: progress.lines }) },
        { key: "warned", header: t("counts.warned"), align: "end", cell: ({ progress }) => progress.warned || null },
        { key: "withdrawn", header: t("decisions.withdraw"), align: "end", cell: ({ progress }) => progress.withdraw || null },
        { key: "opened", header: t("openedBy"), className: "whitespace-nowrap", cell: ({ opened }) => opened && <Text text={opened} /> },
        { key: "ended", header: t("confirmedBy"), className: "whitespace-nowrap", cell: ({ ended, status }) => status === "confirmed" && ended && <Text text={ended} /> },
      ]}
    />
  )
}
