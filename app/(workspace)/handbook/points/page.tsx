import { getLocale, getTranslations } from "next-intl/server"
import { PointsTable } from "@/components/handbook/points-table"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Select } from "@/components/ui/select"
import { pointsPage } from "@/lib/handbook/queries/points-page"
import { pointFilter } from "@/lib/handbook/schema/inputs"
import { aspects } from "@/lib/handbook/schema/values"
import { textIn } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("handbook.list"))("title") }
}

/** All control points, narrowed by what stands in the address. */
export default async function PointsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const parsed = pointFilter.safeParse(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, first(value)])))
  const filter = parsed.success ? parsed.data : {}
  const page = await pointsPage(actor, { ...filter, applicable: filter.unit ? (filter.applicable ?? "true") : filter.applicable })
  const [t, common, top, locale] = [await getTranslations("handbook.list"), await getTranslations("common"), await getTranslations("handbook.page"), await getLocale()]
  const address = { path: "/handbook/points", query }
  if (!page) return <><PageHead title={t("title")} crumbs={[{ label: top("title"), href: "/handbook" }]} /><div className="pt-6"><Empty title={top("none")}>{top("noneText")}</Empty></div></>
  const units = (actor.units ?? []).map((unit) => ({ value: unit.code, label: textIn(locale, unit.name) }))
  return (
    <>
      <PageHead title={t("title")} lead={top("edition", { number: page.edition.number })} crumbs={[{ label: top("title"), href: "/handbook" }]} />
      <Filters address={address} keep={["edition"]}>
        <Field name="q" label={t("q")}><Input type="search" placeholder={t("qHint")} /></Field>
        <Field name="node" label={t("node")}><Select none={t("any")} options={page.nodes.map((node) => ({ value: node.code, label: `${node.code} ${textIn(locale, node.title)}` }))} /></Field>
        <Field name="frequency" label={t("frequency")}><Select none={t("any")} options={frequencies.map((value) => ({ value, label: common(`frequencies.${value}`) }))} /></Field>
        <Field name="aspect" label={t("aspect")}><Select none={t("any")} options={aspects.map((value) => ({ value, label: common(`aspects.${value}`) }))} /></Field>
        <Field name="position" label={t("position")}><Select none={t("any")} options={page.positions.map(([value, title]) => ({ value, label: textIn(locale, title) }))} /></Field>
        {units.length > 0 && <Field name="unit" label={t("unit")}><Select none={t("any")} options={units} /></Field>}
      </Filters>
      <PointsTable
        points={page.list.items}
        labels={page.labels}
        caption={t("title")}
        edition={first(query.edition)}
        address={address}
        withOwner={filter.unit !== undefined}
        empty={<Empty title={t("none")}>{t("noneText")}</Empty>}
      />
      <Pager address={address} shown={page.list.items.length} total={page.list.total} next={page.list.next} />
    </>
  )
}
