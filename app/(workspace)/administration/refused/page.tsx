import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Pager } from "@/components/ui/pager"
import { RefusalText } from "@/components/ui/refusal-text"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { mayReadOutbox } from "@/lib/access/policy"
import { refusalPage } from "@/lib/access/queries/outbox"
import { textIn } from "@/lib/platform/i18n/text"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

export default async function RefusedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayReadOutbox(actor).allowed) notFound()
  const [t, locale, query] = await Promise.all([getTranslations("access.administration"), getLocale(), searchParams])
  const cursor = first(query.cursor)
  const rows = await shownRows(query)
  const notes = await refusalPage(actor, { limit: rows, cursor: cursor && isId(cursor) ? cursor : undefined })
  const unitOf = new Map((actor.units ?? []).map((unit) => [unit.id, unit.code]))
  return (
    <Drawn>
      <AdministrationHead current="refused" />
      <p className="max-w-prose py-3 text-sm text-ink-soft">{t("refusedLead")}</p>
      <Table
        caption={t("refused")}
        captionHidden
        rows={notes.items}
        rowKey={(row) => row.id}
        empty={<Empty title={t("noRefusals")}>{t("noRefusalsHint")}</Empty>}
        columns={[
          { key: "at", header: t("at"), cell: (row) => <Time at={row.at} precision="second" /> },
          { key: "who", header: t("who"), rowHeader: true, cell: (row) => row.name && textIn(locale, row.name) },
          { key: "unit", header: t("unit"), cell: (row) => row.unitId && unitOf.get(row.unitId) },
          { key: "tried", header: t("tried"), cell: (row) => <code>{row.command}</code> },
          { key: "why", header: t("why"), className: "min-w-64", cell: (row) => <RefusalText refusal={{ code: row.code, message: row.message }} /> },
        ]}
      />
      <Pager address={{ path: "/administration/refused", query }} shown={notes.items.length} next={notes.next} rows={rows} />
    </Drawn>
  )
}
