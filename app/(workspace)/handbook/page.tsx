import { getLocale, getTranslations } from "next-intl/server"
import { HandbookCounts } from "@/components/handbook/counts"
import { BeginForms } from "@/components/handbook/begin-forms"
import { EditionsTable, ImportsTable } from "@/components/handbook/editions-table"
import { ExportLink } from "@/components/handbook/export-link"
import { NodesTable } from "@/components/handbook/nodes-table"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { handbookOverview } from "@/lib/handbook/queries/overview"
import { dateOf } from "@/lib/platform/days"
import { dateText } from "@/lib/platform/i18n/date-text"
import { requireActor } from "@/lib/platform/session"

/** The edition in force; for the control office, also what is being prepared. */
export default async function HandbookPage() {
  const actor = await requireActor()
  const { edition, nodes, counts, editions, imports, company } = await handbookOverview(actor)
  const [t, locale] = [await getTranslations("handbook.page"), await getLocale()]
  const operating = actor.audience.includes("operating")
  const keeps = company !== null && mayKeepHandbook(actor, company.id).allowed
  return (
    <Drawn>
      <PageHead
        title={t("title")}
        lead={edition ? t("inForce", { number: edition.number, day: dateText(locale, dateOf(edition.effectiveFrom), "day", "UTC") }) : t("lead")}
        actions={
          <>
            {keeps && <ButtonLink href="/handbook/imports/new" variant="primary">{t("import")}</ButtonLink>}
            {edition && <ButtonLink href="/handbook/points">{t("allPoints")}</ButtonLink>}
            {operating && <ButtonLink href="/change-requests">{(await getTranslations("change-requests"))("title")}</ButtonLink>}
            {operating && <ButtonLink href="/distributions">{(await getTranslations("distributions"))("title")}</ButtonLink>}
            {operating && <ButtonLink href="/scoping">{(await getTranslations("scoping"))("title")}</ButtonLink>}
            {edition && <ButtonLink href="/handbook/compendium">{(await getTranslations("compendium"))("title")}</ButtonLink>}
            {edition && <ButtonLink href="/handbook/reconciliation">{(await getTranslations("reconciliation"))("title")}</ButtonLink>}
            {edition && <ExportLink edition={edition.id}>{t("export")}</ExportLink>}
          </>
        }
      />
      {edition ? (
        <>
          <div className="pt-6"><HandbookCounts counts={counts} pointsHref="/handbook/points" /></div>
          <Section title={t("nodes")}><NodesTable nodes={nodes} /></Section>
        </>
      ) : (
        <div className="pt-6"><Empty title={t("none")} action={keeps && <ButtonLink href="/handbook/imports/new" variant="primary">{t("import")}</ButtonLink>}>{t("noneText")}</Empty></div>
      )}
      <Section title={t("editions")} actions={keeps && edition && <BeginForms />}><EditionsTable editions={editions} inForce={edition?.id} /></Section>
      {keeps && imports.length > 0 && <Section title={t("imports")}><ImportsTable imports={imports} /></Section>}
    </Drawn>
  )
}
