import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ComparedNodes, NodeComparison } from "@/components/handbook/comparison"
import { first, withQuery, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { comparison } from "@/lib/handbook/queries/compare"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** An edition read against another: element by element, field by field, with the words marked. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [actor, { id }, query] = [await requireActor(), await params, await searchParams]
  const page = await comparison(actor, id, first(query.with) || undefined)
  if (!page) notFound()
  const [t, top, locale] = [await getTranslations("handbook.compare"), await getTranslations("handbook.page"), await getLocale()]
  const { edition, before, others, nodes, labels } = page
  const chosen = nodes.find(({ code }) => code === first(query.node)) ?? nodes[0]
  const address = { path: `/handbook/editions/${id}/compare`, query }
  return (
    <Drawn>
      <PageHead
        title={before ? t("of", { number: edition.number, before: before.number }) : t("title")}
        lead={t("lead")}
        crumbs={[{ label: top("title"), href: "/handbook" }, { label: edition.number, href: `/handbook/editions/${id}` }]}
      />
      {others.length === 0 ? <div className="pt-6"><Empty title={t("none")}>{t("noneHint")}</Empty></div> : (
        <Filters address={{ ...address, query: { with: before?.id } }}>
          <Field name="with" label={t("with")}><Select options={others.map((one) => ({ value: one.id, label: `${one.number} ${textIn(locale, { zh: one.titleZh, en: one.titleEn })}` }))} /></Field>
        </Filters>
      )}
      {before && nodes.length === 0 && <Empty title={t("same")}>{t("sameHint")}</Empty>}
      {chosen && (
        <>
          <Section title={t("nodes")}><ComparedNodes nodes={nodes} chosen={chosen.code} href={(node) => withQuery(address, { node })} /></Section>
          <Section title={`${chosen.code} ${textIn(locale, chosen.title)}`}><NodeComparison changes={chosen.changes} labels={labels} /></Section>
        </>
      )}
    </Drawn>
  )
}
