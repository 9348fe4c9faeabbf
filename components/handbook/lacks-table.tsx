import { useTranslations } from "next-intl"
import { Table } from "@/components/ui/table"
import type { Lack } from "@/lib/handbook/schema/difference"

/** What an edition may be drafted without, and how often it is missing. */
export function LacksTable({ lacks }: { lacks: Lack[] }) {
  const t = useTranslations("mapping")
  return (
    <Table
      caption={t("draftLacks")}
      captionHidden
      rows={lacks}
      rowKey={({ what }) => what}
      columns={[
        { key: "what", header: t("lack.what"), rowHeader: true, className: "min-w-40", cell: ({ what }) => t(`lack.${what}`) },
        { key: "count", header: t("lack.count"), align: "end", className: "w-24", cell: ({ count }) => count },
        { key: "codes", header: t("lack.codes"), className: "min-w-48", cell: ({ codes, count }) => codes.join(t("missing.comma")) + (count > codes.length ? " …" : "") },
      ]}
    />
  )
}
