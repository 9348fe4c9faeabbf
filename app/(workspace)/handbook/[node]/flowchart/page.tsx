import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Flowchart } from "@/components/handbook/flowchart"
import { StepsTable } from "@/components/handbook/steps-table"
import { first, type Query } from "@/components/ui/address"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { flowchartPage } from "@/lib/handbook/queries/flowchart"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ node: string }>; searchParams: Promise<Query> }

/** A process drawn: lanes by department, steps, documents and points; below it the same as a table. */
export default async function FlowchartPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [t, node, top, locale] = [await getTranslations("handbook.flowchart"), await getTranslations("handbook.node"), await getTranslations("handbook.page"), await getLocale()]
  const edition = first((await searchParams).edition)
  const found = await flowchartPage(actor, { node: decodeURIComponent((await params).node), edition, locale, noPosition: node("noPosition") })
  if (!found) notFound()
  const { page, chart } = found
  const query = edition ? `?edition=${edition}` : ""
  const title = textIn(locale, page.title)
  return (
    <div className="flowchart-paper">
      <PageHead
        code={page.code}
        title={t("of", { title })}
        status={top("edition", { number: page.edition.number })}
        crumbs={[{ label: top("title"), href: "/handbook" }, { label: <>{page.code} <Text text={page.title} /></>, href: `/handbook/${page.code}${query}` }]}
      />
      <Flowchart chart={chart} title={title} query={query} />
      <Section title={t("table")} lead={t("tableLead")}><StepsTable page={page} edition={edition} /></Section>
    </div>
  )
}
