import { getLocale, getTranslations } from "next-intl/server"
import { EventCell } from "@/components/audit/event"
import { AuditFilters } from "@/components/audit/filters"
import { first, withQuery } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { listAuditEvents, nameIn, type TrailEvent } from "@/lib/audit/queries"
import { auditFilterSchema } from "@/lib/audit/schema"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

type Query = Record<string, string | string[] | undefined>

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [query, t, locale] = [await searchParams, await getTranslations("audit"), await getLocale()]
  const rows = await shownRows(query)
  const filter = auditFilterSchema.catch({ limit: rows }).parse({ ...given(query), limit: rows })
  const { items, next } = await listAuditEvents(actor, filter)
  const units = actor.units ?? []
  const unitName = (event: TrailEvent) => units.find((unit) => unit.id === event.unitId)
  const address = { path: "/audit", query }
  const open = first(query.open)
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} />
      {actor.demo && <Notice kind="info">{t("demo")}</Notice>}
      <AuditFilters address={address} units={units.map((unit) => ({ value: unit.id, label: textIn(locale, unit.name) }))} />
      <Table<TrailEvent>
        caption={t("title")}
        captionHidden
        rows={items}
        rowKey={(event) => event.id}
        address={address}
        empty={<Empty title={t("empty")}>{t("emptyHint")}</Empty>}
        columns={[
          { key: "at", header: t("columns.at"), cell: (event) => <Time at={new Date(event.at)} /> },
          { key: "unit", header: t("columns.unit"), cell: (event) => { const unit = unitName(event); return unit ? textIn(locale, unit.name) : "" } },
          { key: "sequence", header: t("columns.sequence"), align: "end", cell: (event) => event.sequence },
          { key: "who", header: t("columns.who"), cell: (event) => textIn(locale, nameIn(event)) },
          { key: "what", header: t("columns.what"), className: "min-w-80", rowHeader: true, cell: (event) => <EventCell event={event} open={event.id === open} href={`${withQuery(address, { open: event.id === open ? undefined : event.id })}#${event.id}`} /> },
        ]}
      />
      <Pager address={address} shown={items.length} next={next} rows={rows} />
    </Drawn>
  )
}

function given(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== "" && typeof value === "string"))
}
