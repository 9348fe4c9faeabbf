import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import { MailTable } from "@/components/access/mail-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Pager } from "@/components/ui/pager"
import { Tabs } from "@/components/ui/tabs"
import { mayReadOutbox } from "@/lib/access/policy"
import { outboxPage } from "@/lib/access/queries/outbox"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayReadOutbox(actor).allowed) notFound()
  const [t, query] = await Promise.all([getTranslations("access.administration"), searchParams])
  const delivered = first(query.show) === "delivered"
  const cursor = first(query.cursor)
  const rows = await shownRows(query)
  const mail = await outboxPage(actor, { limit: rows, delivered, cursor: cursor && isId(cursor) ? cursor : undefined })
  return (
    <Drawn>
      <AdministrationHead current="outbox" />
      <p className="max-w-prose py-3 text-sm text-ink-soft">{t("outboxLead")}</p>
      <Tabs
        label={t("outbox")}
        current={delivered ? "delivered" : "waiting"}
        tabs={[
          { key: "waiting", label: t("waiting"), href: "/administration/outbox" },
          { key: "delivered", label: t("delivered"), href: "/administration/outbox?show=delivered" },
        ]}
      />
      <MailTable rows={mail.items} delivered={delivered} />
      <Pager address={{ path: "/administration/outbox", query }} shown={mail.items.length} next={mail.next} rows={rows} />
    </Drawn>
  )
}
