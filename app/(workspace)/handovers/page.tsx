import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { HandoversTable } from "@/components/handovers/handovers-table"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Select } from "@/components/ui/select"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { handoverFilterSchema, handoverStatuses } from "@/lib/handovers/schema"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** Who leaves or moves, and how far what they answered for has passed on. */
export default async function HandoversPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t, common, locale] = [await requireActor(), await searchParams, await getTranslations("handovers"), await getTranslations("common.words"), await getLocale()]
  const rows = await shownRows(query)
  const asked = handoverFilterSchema.safeParse({ limit: rows, unit: first(query.unit), status: first(query.status), cursor: first(query.cursor) })
  const { items, next } = await listHandovers(actor, asked.success ? asked.data : handoverFilterSchema.parse({ limit: rows }))
  const units = actor.units ?? []
  const address = { path: "/handovers", query }
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: t("units"), href: "/units" }]} />
      <Filters address={address}>
        <Field name="status" label={common("status")}><Select none={common("all")} options={handoverStatuses.map((value) => ({ value, label: value === "open" ? t("open") : t(`status.${value}`) }))} /></Field>
        <Field name="unit" label={common("unit")}><Select none={common("all")} options={units.map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} /></Field>
      </Filters>
      <HandoversTable handovers={items} units={units} empty={<Empty title={t("none")}>{t("noneHint")}</Empty>} />
      <Pager address={address} shown={items.length} next={next} rows={rows} />
    </Drawn>
  )
}
