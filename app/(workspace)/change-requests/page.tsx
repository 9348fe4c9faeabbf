import { getLocale, getTranslations } from "next-intl/server"
import { RequestsTable } from "@/components/change-requests/requests-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Select } from "@/components/ui/select"
import { listRequests } from "@/lib/change-requests/queries/requests"
import { changeRequestLifecycle } from "@/lib/change-requests/rules/lifecycle"
import { requestFilterSchema } from "@/lib/change-requests/schema"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** What plants asked to be changed in the handbook, and where each request stands. */
export default async function ChangeRequestsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t, common, locale] = [await requireActor(), await searchParams, await getTranslations("change-requests"), await getTranslations("common"), await getLocale()]
  const rows = await shownRows(query)
  const asked = requestFilterSchema.safeParse({ limit: rows, unit: first(query.unit) || undefined, status: first(query.status) || undefined, cursor: first(query.cursor) || undefined })
  const filter = asked.success ? asked.data : requestFilterSchema.parse({ limit: rows })
  const { items, next } = await listRequests(actor, filter)
  const units = actor.units ?? []
  const address = { path: "/change-requests", query }
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: t("handbook"), href: "/handbook" }]} actions={<ButtonLink href="/handbook/points">{t("choosePoint")}</ButtonLink>} />
      <Filters address={address}>
        <Field name="status" label={common("words.status")}><Select none={common("words.all")} options={changeRequestLifecycle.states.map((value) => ({ value, label: t(`status.${value}`) }))} /></Field>
        <Field name="unit" label={common("words.unit")}><Select none={common("words.all")} options={units.map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} /></Field>
      </Filters>
      <RequestsTable requests={items} units={units} empty={<Empty title={t("none")}>{t("noneHint")}</Empty>} />
      <Pager address={address} shown={items.length} next={next} rows={rows} />
    </Drawn>
  )
}
