import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { RequestsTable } from "@/components/change-requests/requests-table"
import { DeficiencyTable } from "@/components/deficiencies/list-table"
import { PointControl, PointGlance, PointTesting } from "@/components/handbook/point-facts"
import { PointHistory } from "@/components/handbook/point-history"
import { PointEvidence, PointTests } from "@/components/handbook/point-life"
import { PointNeighbours } from "@/components/handbook/point-neighbours"
import { OverrideForm, PointUnits } from "@/components/handbook/point-units"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { ButtonLink, Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { mayOverrideApplicability } from "@/lib/handbook/policy"
import { pointWhole } from "@/lib/handbook/queries/point-whole"
import { isDraft } from "@/lib/handbook/rules/edition"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Everything about one control point: first what its owner needs, then the rest. */
export default async function PointPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const asking = first((await searchParams).edition)
  const whole = await pointWhole(actor, (await params).id, asking)
  if (!whole) notFound()
  const { page, life, requests } = whole
  const query = asking ? `?edition=${asking}` : ""
  const [t, top, locale] = [await getTranslations("handbook.point"), await getTranslations("handbook.page"), await getLocale()]
  const { node, step } = page.row
  const lived = await getTranslations("handbook.life")
  const kinds = await getTranslations("common.unitKinds")
  const isLived = life.units.length > 0
  // Owners and decisions for single units are no part of what an outside auditor is shown: without them the table would be wrong.
  const operating = actor.audience.includes("operating")
  const asked = await getTranslations("change-requests")
  const decidable = page.units.filter(({ unit }) => mayOverrideApplicability(actor, unit.id).allowed).map(({ unit }) => ({ value: unit.id, label: textIn(locale, unit.name) }))
  const stepTitle = step && `${step.code} ${textIn(locale, { zh: step.titleZh, en: step.titleEn })}`
  return (
    <Drawn>
      <PageHead
        code={page.row.code}
        title={<Text text={page.content.title} marked />}
        status={<>{top("edition", { number: page.edition.number })}{step && <> · <Link href={`/handbook/${node.code}/flowchart${query}#step-${step.code}`} className="inline-block min-h-6">{stepTitle}</Link></>}</>}
        crumbs={[{ label: top("title"), href: "/handbook" }, { label: `${node.code} ${textIn(locale, { zh: node.titleZh, en: node.titleEn })}`, href: `/handbook/${node.code}${query}` }]}
      />
      <div className="pt-4 print:hidden">
        {isDraft(page.edition.status)
          ? <ButtonLink href={`/handbook/editions/${page.edition.id}/points/${page.row.pointId}`}>{(await getTranslations("handbook.revise"))("title")}</ButtonLink>
          : operating && <ButtonLink href={`/change-requests/new?code=${page.row.code}`}>{asked("propose")}</ButtonLink>}
      </div>
      <div className="pt-6"><PointGlance page={page} /></div>
      {operating
        ? page.units.length > 0 && <Section title={t("where")} id="where"><PointUnits units={page.units} /></Section>
        : <Section title={(await getTranslations("handbook.node"))("applies")}><p>{page.row.kinds.map((kind) => kinds(kind)).join(" · ")}</p></Section>}
      {isLived && <Section title={lived("title")} lead={lived("lead")}><PointEvidence life={life} pointId={page.row.pointId} /><PointTests life={life} /></Section>}
      {life.deficiencies.length > 0 && <Section title={lived("deficiencies")}><DeficiencyTable rows={life.deficiencies} units={actor.units ?? []} caption={lived("deficiencies")} /></Section>}
      <Section title={t("control")}><PointControl page={page} query={query} /></Section>
      <Section title={t("testing")}><PointTesting page={page} /></Section>
      <Section title={t("history")}><PointHistory page={page} /></Section>
      {requests.length > 0 && <Section title={asked("ofPoint")}><RequestsTable requests={requests} units={actor.units ?? []} /></Section>}
      {decidable.length > 0 && <div className="print:hidden"><Section title={t("override")} lead={t("overrideLead")}><OverrideForm pointId={page.row.pointId} units={decidable} /></Section></div>}
      <PointNeighbours neighbours={page.neighbours} query={query} />
    </Drawn>
  )
}
