import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { CarriedRequests } from "@/components/change-requests/carried"
import { HandbookCounts } from "@/components/handbook/counts"
import { DifferenceTables } from "@/components/handbook/difference"
import { EditionHands } from "@/components/handbook/edition-hands"
import { EditionStatus } from "@/components/handbook/edition-status"
import { EditionWork } from "@/components/handbook/edition-work"
import { ImportsTable } from "@/components/handbook/editions-table"
import { ExportLink } from "@/components/handbook/export-link"
import { FaultList, WaivedFaults } from "@/components/handbook/faults"
import { ImpactTables } from "@/components/handbook/impact"
import { NodesTable } from "@/components/handbook/nodes-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { requestsOfEdition } from "@/lib/change-requests/queries/of-edition"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { editionPage } from "@/lib/handbook/queries/edition-page"
import { impactOf } from "@/lib/handbook/queries/impact"
import { labelsOf } from "@/lib/handbook/queries/labels"
import { isDraft, isUnfinished, suggestedDay } from "@/lib/handbook/rules/edition"
import { dayOf, today } from "@/lib/platform/days"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One edition: what it holds, what is new in it, what it still lacks, and what may be done with it. */
export default async function EditionPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const page = await editionPage(actor, (await params).id)
  if (!page) notFound()
  const [t, top] = [await getTranslations("handbook.edition"), await getTranslations("handbook.page")]
  const { edition, before, judged, difference, faults } = page
  const unfinished = isUnfinished(edition.status)
  const suggested = suggestedDay(today(new Date()), before?.effectiveFrom ? dayOf(before.effectiveFrom) : null)
  const drafting = isDraft(edition.status)
  const requests = await requestsOfEdition(actor, edition.id, drafting)
  const carried = await getTranslations("change-requests")
  const impactWords = await getTranslations("handbook.impact")
  const confirming = first((await searchParams).confirm) === "discard"
  return (
    <Drawn>
      <PageHead
        code={edition.number}
        title={<Text text={{ zh: edition.titleZh, en: edition.titleEn || null }} marked />}
        status={<EditionStatus status={edition.status} />}
        crumbs={[{ label: top("title"), href: "/handbook" }]}
        actions={<><ExportLink edition={edition.id}>{top("export")}</ExportLink>{before && <ButtonLink href={`/handbook/editions/${edition.id}/compare`}>{t("compare")}</ButtonLink>}</>}
      />
      {drafting && edition.returnReason && <div className="pt-6"><Notice kind="warning" title={t("returnedTo")}>{edition.returnReason}</Notice></div>}
      {judged && unfinished && <EditionWork actor={actor} judged={judged} edition={edition} before={before?.number} suggested={suggested} confirming={confirming} faults={faults} />}
      {unfinished && <Section title={t("completeness")}><FaultList {...page} form={judged && mayKeepHandbook(actor, judged.companyId).allowed ? { id: edition.id, version: edition.version } : null} /></Section>}
      {!unfinished && page.waivers.length > 0 && <Section title={t("waived")}><WaivedFaults waivers={page.waivers} names={page.names} /></Section>}
      <Section title={t("counts")}><HandbookCounts counts={page.counts} pointsHref={`/handbook/points?edition=${edition.id}`} /></Section>
      <Section title={t("people")}><EditionHands page={page} /></Section>
      <Section title={before ? t("difference", { number: before.number }) : t("what")}>{difference ? <DifferenceTables difference={difference} /> : <p>{t("firstOne")}</p>}</Section>
      {requests.length > 0 && <Section title={carried("ofEdition")}><CarriedRequests requests={requests} units={actor.units ?? []} draft={drafting} /></Section>}
      {unfinished && before && <Section title={impactWords("title")} lead={impactWords("lead", { number: before.number })}><ImpactTables impacts={await impactOf(actor, edition.id, before.id)} labels={labelsOf(edition)} edition={edition.id} /></Section>}
      <Section title={top("nodes")}><NodesTable nodes={page.nodes} edition={edition.id} /></Section>
      {page.imports.length > 0 && <Section title={top("imports")}><ImportsTable imports={page.imports} /></Section>}
    </Drawn>
  )
}
