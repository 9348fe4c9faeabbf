import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { textIn } from "@/lib/platform/i18n/text"
import type { ScopeView } from "@/lib/scoping/queries/page"

type Held = ScopeView["held"]["points"]

/** Points by code with their titles, each the way to its page. */
export function PointLinks({ codes, held }: { codes: readonly string[]; held: Held }) {
  const locale = useLocale()
  return (
    <ul>
      {codes.map((code) => {
        const point = held.get(code)
        return <li key={code}>{point ? <><Link href={`/handbook/points/${point.id}`}>{code}</Link> {textIn(locale, point.title)}</> : code}</li>
      })}
    </ul>
  )
}

/** Fraud risks and the points that answer them; one without any stands out. */
export function RisksTable({ view: { scope, parts, held }, editable }: { view: ScopeView; editable: boolean }) {
  const [t, common, likelihoods, locale] = [useTranslations("scoping.risks"), useTranslations("common.actions"), useTranslations("deficiencies.likelihoods"), useLocale()]
  const accounts = (ids: readonly string[]) => parts.accounts.filter(({ id }) => ids.includes(id)).map(({ name }) => textIn(locale, name)).join(" · ")
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={parts.risks}
      rowKey={({ id }) => id}
      empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
      columns={[
        { key: "description", header: t("description"), rowHeader: true, className: "min-w-56", cell: ({ description }) => <Text text={description} marked /> },
        { key: "accounts", header: t("accounts"), className: "min-w-32", cell: (row) => accounts(row.accounts) },
        { key: "likelihood", header: t("likelihood"), cell: ({ likelihood }) => likelihoods(likelihood) },
        { key: "impact", header: t("impact"), className: "min-w-32", cell: ({ impact }) => t(`impacts.${impact}`) },
        { key: "points", header: t("points"), className: "min-w-56", cell: ({ points }) => points.length === 0 ? <Status tone="bad">{t("unanswered")}</Status> : <PointLinks codes={points} held={held.points} /> },
        ...(editable ? [{ key: "edit", header: "", cell: ({ id, description }: (typeof parts.risks)[number]) => <Link href={`/scoping/${scope.id}/risk?item=${id}`} aria-label={`${common("edit")} ${textIn(locale, description)}`}>{common("edit")}</Link> }] : []),
      ]}
    />
  )
}
