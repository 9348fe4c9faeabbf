import { useLocale, useTranslations } from "next-intl"
import { Status } from "@/components/ui/status"
import { Table, type Selection } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { textIn } from "@/lib/platform/i18n/text"
import type { ScopeView } from "@/lib/scoping/queries/page"

type Unit = ScopeView["units"][number]

/** Every unit of the company: in the year's scope, or left out and why; and which accounts lie there. */
export function UnitsTable({ view: { units, parts }, selection }: { view: ScopeView; selection?: Selection<Unit> }) {
  const [t, common, locale] = [useTranslations("scoping.units"), useTranslations("common"), useLocale()]
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={units}
      rowKey={({ id }) => id}
      selection={selection}
      columns={[
        { key: "name", header: common("words.unit"), rowHeader: true, cell: ({ code, name }) => <><span className="mr-2 text-ink-soft">{code}</span><Text text={name} /></> },
        { key: "kind", header: t("kind"), cell: ({ kind }) => common(`unitKinds.${kind}`) },
        { key: "decision", header: common("words.status"), cell: ({ decision }) => decision === null ? <Status tone="late">{t("undecided")}</Status> : decision.reason === null ? <Status tone="good">{t("in")}</Status> : <Status>{t("out")}</Status> },
        { key: "reason", header: t("reason"), className: "min-w-48", cell: ({ decision }) => decision?.reason },
        {
          key: "accounts", header: t("accounts"), className: "min-w-48",
          cell: ({ id }) => parts.accounts.filter(({ shares }) => shares[id] !== undefined).map(({ name, shares }) => t("share", { name: textIn(locale, name), percent: shares[id] ?? 0 })).join(" · "),
        },
      ]}
    />
  )
}
