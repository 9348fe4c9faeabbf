import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { RefusalText } from "@/components/ui/refusal-text"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { Refused } from "@/lib/duties/queries/duties"
import { textIn } from "@/lib/platform/i18n/text"

/** What was refused to keep duties apart, the latest first. */
export function RefusedTable({ rows, unitOf }: { rows: readonly Refused[]; unitOf: ReadonlyMap<string, string> }) {
  const [t, locale] = [useTranslations("duties"), useLocale()]
  return (
    <Table
      caption={t("refused")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty title={t("refusedNone")} />}
      columns={[
        { key: "at", header: t("at"), cell: ({ at }) => <Time at={at} /> },
        { key: "who", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ name }) => name && textIn(locale, name) },
        { key: "unit", header: t("unit"), cell: ({ unitId }) => unitId && unitOf.get(unitId) },
        { key: "tried", header: t("tried"), cell: ({ command }) => <code>{command}</code> },
        { key: "rule", header: t("rule"), className: "min-w-56", cell: ({ rule }) => (rule ? t(`rules.${rule}`) : t("othersLead")) },
        { key: "why", header: t("why"), className: "min-w-56", cell: ({ message }) => <RefusalText refusal={{ code: "separation-of-duties", message }} /> },
      ]}
    />
  )
}
