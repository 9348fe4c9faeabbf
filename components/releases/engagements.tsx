import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import type { Day } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import type { ListedEngagement } from "@/lib/releases/queries/engagements"

type State = "running" | "coming" | "over" | "ended"
const tones: Record<State, Tone> = { running: "good", coming: "due", over: "neutral", ended: "neutral" }

export function EngagementStatus({ engagement, today }: { engagement: Pick<ListedEngagement, "from" | "to" | "endedAt">; today: Day }) {
  const t = useTranslations("releases.states")
  const state: State = engagement.endedAt ? "ended" : today < engagement.from ? "coming" : today > engagement.to ? "over" : "running"
  return <Status tone={tones[state]}>{t(state)}</Status>
}

export function EngagementTable({ engagements, today }: { engagements: ListedEngagement[]; today: Day }) {
  const t = useTranslations("releases")
  const locale = useLocale()
  return (
    <Table
      caption={t("engagements")}
      captionHidden
      rows={engagements}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, className: "min-w-56", cell: (row) => <Link href={`/releases/${row.id}`}><Text text={row.name} /></Link> },
        { key: "days", header: t("days"), cell: (row) => <><DateText day={row.from} form="short" /> – <DateText day={row.to} form="short" /></> },
        { key: "members", header: t("members"), cell: (row) => row.members.map(({ name }) => textIn(locale, name)).join(", ") || t("nobody") },
        { key: "state", header: t("state"), cell: (row) => <EngagementStatus engagement={row} today={today} /> },
      ]}
    />
  )
}
