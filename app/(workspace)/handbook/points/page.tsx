import { getTranslations } from "next-intl/server"
import { PointsFilters } from "@/components/handbook/points-filters"
import { PointsTable } from "@/components/handbook/points-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { LiveSearch } from "@/components/ui/live-search"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { pointsPage } from "@/lib/handbook/queries/points-page"
import { pointFilter } from "@/lib/handbook/schema/inputs"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** All control points, narrowed by what stands in the address. */
export default async function PointsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const rows = await shownRows(query)
  const parsed = pointFilter.safeParse(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, first(value)])))
  const filter = parsed.success ? parsed.data : {}
  const page = await pointsPage(actor, { ...filter, limit: rows, applicable: filter.unit ? (filter.applicable ?? "true") : filter.applicable })
  const [t, top] = [await getTranslations("handbook.list"), await getTranslations("handbook.page")]
  const address = { path: "/handbook/points", query }
  if (!page) return <><PageHead title={t("title")} crumbs={[{ label: top("title"), href: "/handbook" }]} /><div className="pt-6"><Empty title={top("none")}>{top("noneText")}</Empty></div></>
  return (
    <Drawn>
      <PageHead title={t("title")} lead={top("edition", { number: page.edition.number })} crumbs={[{ label: top("title"), href: "/handbook" }]} />
      <LiveSearch address={address} label={t("q")} hint={t("qHint")} button={t("search")} />
      <PointsFilters page={page} address={address} units={actor.units ?? []} />
      <p role="status" className="py-2 text-sm">{t("found", { count: page.list.total })}</p>
      <PointsTable
        points={page.list.items}
        labels={page.labels}
        caption={t("title")}
        edition={first(query.edition)}
        address={address}
        search={filter.q}
        withOwner={filter.unit !== undefined}
        empty={<Empty title={t("none")}>{t("noneText")}</Empty>}
      />
      <Pager address={address} shown={page.list.items.length} total={page.list.total} next={page.list.next} rows={rows} />
    </Drawn>
  )
}
