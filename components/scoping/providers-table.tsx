import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import type { ScopeView } from "@/lib/scoping/queries/page"
import { PointLinks } from "./risks-table"

/** Service centres and outside providers: their report, its period, what remains for us to control. */
export function ProvidersTable({ view: { scope, parts, held }, editable }: { view: ScopeView; editable: boolean }) {
  const [t, common, locale] = [useTranslations("scoping.providers"), useTranslations("common.actions"), useLocale()]
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={parts.providers}
      rowKey={({ id }) => id}
      empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, className: "min-w-32", cell: ({ name }) => <Text text={name} marked /> },
        { key: "service", header: t("service"), className: "min-w-40", cell: ({ service }) => service },
        { key: "report", header: t("report"), className: "min-w-32", cell: ({ report }) => t(`reports.${report}`) },
        { key: "period", header: t("period"), className: "min-w-32", cell: ({ periodFrom, periodTo }) => periodFrom && periodTo && <><DateText day={periodFrom} form="short" /> – <DateText day={periodTo} form="short" /></> },
        { key: "remaining", header: t("remaining"), className: "min-w-48", cell: ({ remaining, points }) => <>{remaining}<PointLinks codes={points} held={held.points} /></> },
        ...(editable ? [{ key: "edit", header: "", cell: ({ id, name }: (typeof parts.providers)[number]) => <Link href={`/scoping/${scope.id}/provider?item=${id}`} aria-label={`${common("edit")} ${textIn(locale, name)}`}>{common("edit")}</Link> }] : []),
      ]}
    />
  )
}
