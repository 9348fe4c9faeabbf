import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Empty } from "@/components/ui/empty"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { textIn } from "@/lib/platform/i18n/text"
import type { ScopeView } from "@/lib/scoping/queries/page"
import type { Coverage } from "@/lib/scoping/rules/coverage"

type Props = { view: ScopeView; editable: boolean }

/** Significant accounts → processes → units, and how much of each is covered. */
export function AccountsTable({ view: { scope, parts, processes, units, coverage }, editable }: Props) {
  const [t, common, format, locale] = [useTranslations("scoping.accounts"), useTranslations("common.actions"), useFormatter(), useLocale()]
  const percent = (value: number) => t("percent", { value: format.number(value) })
  const rest = (one: Coverage | undefined) => one && [
    one.leftOut > 0 ? t("atLeftOut", { value: format.number(one.leftOut) }) : "", one.unplaced > 0 ? t("atNone", { value: format.number(one.unplaced) }) : "",
  ].filter(Boolean).join(" · ")
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={parts.accounts}
      rowKey={({ id }) => id}
      empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, className: "min-w-32", cell: ({ name }) => <Text text={name} marked /> },
        { key: "amount", header: t("amount"), align: "end", cell: ({ amount }) => format.number(amount, "whole") },
        { key: "ground", header: t("why"), className: "min-w-40", cell: ({ ground, reason }) => <>{t(`grounds.${ground}`)}{reason && <span className="block text-ink-soft">{reason}</span>}</> },
        {
          key: "processes", header: t("processes"), className: "min-w-40",
          cell: ({ processes: codes }) => (
            <ul>{codes.map((code) => <li key={code}><Link href={`/handbook/${code}?edition=${scope.editionId}`}>{code}</Link> <Name name={processes.find((one) => one.code === code)?.title} locale={locale} /></li>)}</ul>
          ),
        },
        {
          key: "units", header: t("units"), className: "min-w-48",
          cell: ({ shares }) => (
            <ul>{units.filter(({ id }) => shares[id] !== undefined).map(({ id, name, decision }) => (
              <li key={id}>{textIn(locale, name)} {percent(shares[id] ?? 0)}{decision?.reason != null && <span className="text-ink-soft"> · {t("leftOut")}</span>}</li>
            ))}</ul>
          ),
        },
        { key: "covered", header: t("covered"), align: "end", cell: ({ id }) => percent(coverage.get(id)?.covered ?? 0) },
        { key: "rest", header: t("rest"), className: "min-w-32", cell: ({ id }) => rest(coverage.get(id)) },
        ...(editable ? [{ key: "edit", header: "", cell: ({ id, name }: (typeof parts.accounts)[number]) => <Link href={`/scoping/${scope.id}/account?item=${id}`} aria-label={`${common("edit")} ${textIn(locale, name)}`}>{common("edit")}</Link> }] : []),
      ]}
    />
  )
}

function Name({ name, locale }: { name: { zh: string; en: string | null } | undefined; locale: string }) {
  return name ? <>{textIn(locale, name)}</> : null
}
