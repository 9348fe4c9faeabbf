import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { FormShell } from "@/components/ui/form-shell"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import { endPerforming } from "@/lib/units/actions/ownership"
import type { PointOwnership } from "@/lib/units/queries/matrix"

type Row = PointOwnership["performers"][number]

export function Performers({ rows, mayEnd }: { rows: Row[]; mayEnd: boolean }) {
  const t = useTranslations("units.point")
  const locale = useLocale()
  return (
    <Table
      caption={t("performers")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title={t("noPerformers")}>{t("noPerformersHint")}</Empty>}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, cell: (row) => row.name && textIn(locale, row.name) },
        { key: "from", header: t("from"), cell: (row) => <DateText day={row.from} form="short" /> },
        { key: "until", header: t("until"), cell: (row) => row.to && <DateText day={row.to} form="short" /> },
        ...(mayEnd
          ? [{
              key: "end",
              header: <span className="sr-only">{t("end")}</span>,
              cell: (row: Row) => row.to === null && (
                <FormShell action={endPerforming} hidden={{ id: row.id }}>
                  <Submit variant="plain">{t("end")}</Submit>
                </FormShell>
              ),
            }]
          : []),
      ]}
    />
  )
}
