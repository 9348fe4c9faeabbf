import { useFormatter, useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { ScopeRow } from "@/lib/scoping/queries/scope"
import { ScopeStatus } from "./scope-status"

/** The years that were scoped: materiality, where it stands, who drafted and approved it. */
export function ScopesTable({ scopes, names, empty }: { scopes: ScopeRow[]; names: Map<string, Text>; empty: ReactNode }) {
  const [t, common, format, locale] = [useTranslations("scoping"), useTranslations("common.words"), useFormatter(), useLocale()]
  const who = (id: string | null) => { const name = names.get(id ?? ""); return name ? textIn(locale, name) : "" }
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={scopes}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "year", header: common("year"), rowHeader: true, cell: ({ id, year, revisionOf }) => <><Link href={`/scoping/${id}`}>{t("ofYear", { year: String(year) })}</Link>{revisionOf && <span className="text-ink-soft"> · {t("revision")}</span>}</> },
        { key: "status", header: common("status"), cell: ({ status }) => <ScopeStatus status={status} /> },
        { key: "amount", header: t("materiality.amount"), align: "end", cell: ({ materiality }) => materiality && format.number(materiality.amount, "whole") },
        { key: "drafted", header: t("drafted"), cell: ({ draftedBy, draftedAt }) => <>{who(draftedBy)} <span className="text-ink-soft"><Time at={draftedAt} /></span></> },
        { key: "approved", header: t("approved"), cell: ({ approvedBy, approvedAt }) => approvedAt && <>{who(approvedBy)} <span className="text-ink-soft"><Time at={approvedAt} /></span></> },
      ]}
    />
  )
}
