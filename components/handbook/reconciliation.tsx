import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import type { KindCounts } from "@/lib/handbook/queries/reconciliation"
import type { Reconciled } from "@/lib/handbook/rules/reconcile"
import { textIn } from "@/lib/platform/i18n/text"

/** What source 01 states beside what is counted; each difference explained. */
export function ReconciliationTable({ rows }: { rows: Reconciled[] }) {
  const [t, format, locale] = [useTranslations("reconciliation"), useFormatter(), useLocale()]
  const named = ({ named: processes }: Reconciled) => format.list(processes.map(({ code, title }) => `${code} ${textIn(locale, title)}`))
  return (
    <Table
      caption={t("stated")}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "figure", header: t("columns.figure"), rowHeader: true, className: "min-w-44", cell: ({ key }) => t(`figures.${key}`) },
        { key: "said", header: t("columns.said"), className: "min-w-56", cell: ({ key, place }) => <><q lang="zh">{t(`said.${key}`)}</q> <span className="block text-ink-soft">{place}</span></> },
        { key: "stated", header: t("columns.stated"), align: "end", cell: ({ figure }) => format.number(figure) },
        { key: "counted", header: t("columns.counted"), align: "end", cell: ({ counted }) => counted === null ? "—" : format.number(counted) },
        { key: "difference", header: t("columns.difference"), cell: ({ difference, isLoose }) => isLoose ? <Status>{t("loose")}</Status> : difference === 0 ? <Status tone="good">{t("agrees")}</Status> : difference === null ? <Status>{t("notHeld")}</Status> : <Status tone="late">{format.number(difference, { signDisplay: "always" })}</Status> },
        { key: "why", header: t("columns.why"), className: "min-w-72", cell: (row) => row.difference === 0 ? "" : <>{t(`why.${row.key}`)}{row.named.length > 0 && <> {t("named", { processes: named(row) })}</>}</> },
      ]}
    />
  )
}

/** What the edition in force holds for each kind of unit. */
export function KindCountsTable({ kinds }: { kinds: KindCounts[] }) {
  const [t, common, format] = [useTranslations("reconciliation"), useTranslations("common.unitKinds"), useFormatter()]
  const number = (key: "elements" | "processes" | "softPoints" | "processPoints") => ({ key, header: t(`counts.${key}`), align: "end" as const, cell: (row: KindCounts) => format.number(row[key]) })
  return (
    <Table
      caption={t("perKind")}
      captionHidden
      rows={kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { key: "kind", header: t("counts.kind"), rowHeader: true, cell: ({ kind }) => common(kind) },
        number("elements"), number("processes"), number("softPoints"), number("processPoints"),
        { key: "points", header: t("counts.points"), align: "end", cell: ({ softPoints, processPoints }) => format.number(softPoints + processPoints) },
      ]}
    />
  )
}
