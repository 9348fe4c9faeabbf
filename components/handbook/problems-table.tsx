import { useTranslations } from "next-intl"
import { Table } from "@/components/ui/table"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"

/** Each problem at its cell, in the reader's language. */
export function ProblemsTable({ problems }: { problems: HandbookProblem[] }) {
  const [t, top, all] = [useTranslations("handbook.import"), useTranslations("handbook.page"), useTranslations()]
  return (
    <Table
      caption={top("problems")}
      captionHidden
      rows={problems}
      rowKey={({ message, sheet, cell, params }) => [message, sheet, cell, ...Object.values(params)].join(" ")}
      columns={[
        { key: "sheet", header: t("sheet"), cell: ({ sheet }) => sheet },
        { key: "cell", header: t("cell"), rowHeader: true, cell: ({ cell }) => <code>{cell}</code> },
        { key: "what", header: t("problem"), className: "min-w-48", cell: ({ message, params }) => all(message, params) },
      ]}
    />
  )
}
