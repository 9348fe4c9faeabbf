import { useFormatter, useTranslations } from "next-intl"
import { Table } from "@/components/ui/table"
import type { Difference } from "@/lib/handbook/schema/difference"
import { useFieldNames } from "./field-names"

const most = 200

/** How many things were added, changed, removed or stayed, and which. */
export function DifferenceTables({ difference }: { difference: Difference }) {
  const [t, format, names] = [useTranslations("handbook.edition"), useFormatter(), useFieldNames()]
  const notes = [...(difference.titled ? [t("titled")] : []), ...(difference.moved ? [t("moved")] : [])]
  return (
    <div className="space-y-4">
      <Table
        caption={t("counts")}
        captionHidden
        rows={difference.counts}
        rowKey={({ part }) => part}
        columns={[
          { key: "part", header: t("part"), rowHeader: true, cell: ({ part }) => t(`parts.${part}`) },
          { key: "added", header: t("added"), align: "end", cell: ({ added }) => format.number(added) },
          { key: "changed", header: t("changed"), align: "end", cell: ({ changed }) => format.number(changed) },
          { key: "removed", header: t("removed"), align: "end", cell: ({ removed }) => format.number(removed) },
          { key: "unchanged", header: t("unchanged"), align: "end", cell: ({ unchanged }) => format.number(unchanged) },
        ]}
      />
      {notes.length > 0 && <p className="text-sm">{notes.join(" · ")}</p>}
      {difference.changes.length > 0 && (
        <details className="border-y border-hairline" open={difference.changes.length <= 30}>
          <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium">{t("what")}</summary>
          <Table
            caption={t("what")}
            captionHidden
            rows={difference.changes.slice(0, most)}
            rowKey={({ part, code, kind }) => `${part} ${code} ${kind}`}
            columns={[
              { key: "part", header: t("part"), cell: ({ part }) => t(`parts.${part}`) },
              { key: "code", header: t("what"), rowHeader: true, cell: ({ code, kind }) => <span className="whitespace-nowrap">{t(kind)} {code}</span> },
              { key: "fields", header: t("fields"), className: "min-w-40", cell: ({ fields }) => names(fields) },
            ]}
          />
          {difference.changes.length > most && <p className="py-2 text-sm text-ink-soft">{t("shown", { count: most })}</p>}
        </details>
      )}
    </div>
  )
}
