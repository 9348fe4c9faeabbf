import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { NodeRow } from "@/lib/handbook/queries/overview"
import { unitKinds } from "@/lib/handbook/schema/values"
import { countText } from "@/lib/platform/i18n/count-text"

/** Elements and processes, with how many of their points apply to each kind of unit. */
export function NodesTable({ nodes, edition }: { nodes: NodeRow[]; edition?: string }) {
  const [t, common, locale] = [useTranslations("handbook.page"), useTranslations("common.unitKinds"), useLocale()]
  const query = edition ? `?edition=${edition}` : ""
  return (
    <Table
      caption={t("nodes")}
      captionHidden
      rows={nodes}
      rowKey={(node) => node.code}
      columns={[
        { key: "code", header: t("code"), cell: (node) => node.code },
        { key: "title", header: t("name"), rowHeader: true, className: "min-w-40", cell: (node) => <Link href={`/handbook/${node.code}${query}`}><Text text={node.title} marked /></Link> },
        { key: "kind", header: t("kind"), className: "whitespace-nowrap", cell: (node) => t(`kinds.${node.kind}`) },
        { key: "steps", header: t("steps"), align: "end", cell: (node) => countText(locale, node.steps) },
        { key: "points", header: t("points"), align: "end", cell: (node) => countText(locale, node.points.length) },
        ...unitKinds.map((kind) => ({
          key: kind, header: common(kind), align: "end" as const,
          cell: (node: NodeRow) => countText(locale, node.perKind.get(kind) ?? 0),
        })),
      ]}
    />
  )
}
