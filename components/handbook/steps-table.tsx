import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { NodePage } from "@/lib/handbook/queries/node"
import { Texts } from "./texts"

/** A process's steps in order: who, with which documents, and the points that each carries. */
export function StepsTable({ page, edition }: { page: NodePage; edition?: string }) {
  const [t, common] = [useTranslations("handbook.node"), useTranslations("common.words")]
  const query = edition ? `?edition=${edition}` : ""
  return (
    <Table
      caption={t("steps")}
      captionHidden
      rows={page.steps}
      rowKey={(step) => step.code}
      columns={[
        { key: "code", header: common("code"), cell: (step) => step.code },
        { key: "title", header: common("step"), rowHeader: true, className: "min-w-36", cell: (step) => <Text text={step.title} marked /> },
        { key: "department", header: t("department"), className: "min-w-28", cell: (step) => <Text text={page.labels.department(step.department)} /> },
        { key: "position", header: t("position"), className: "min-w-32", cell: (step) => (step.position ? <Text text={page.labels.position(step.position)} /> : <Status tone="bad">{t("noPosition")}</Status>) },
        { key: "in", header: t("in"), className: "min-w-44", cell: (step) => <Texts texts={step.documentsIn} /> },
        { key: "out", header: t("out"), className: "min-w-44", cell: (step) => <Texts texts={step.documentsOut} /> },
        { key: "points", header: t("points"), className: "min-w-24", cell: (step) => (
          <ul>{step.points.map((point) => <li key={point.id}><Link href={`/handbook/points/${point.id}${query}`} className="inline-block min-h-6">{point.code}</Link></li>)}</ul>
        ) },
      ]}
    />
  )
}
