import { getLocale, getTranslations } from "next-intl/server"
import { DepartmentsProgress, PeopleProgress, UnitsProgress } from "@/components/distributions/progress-tables"
import { first, type Query } from "@/components/ui/address"
import { Button } from "@/components/ui/button"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { give, writeReminders } from "@/lib/distributions/actions"
import { mayDistribute } from "@/lib/distributions/policy"
import { progressOf, progressOfUnits } from "@/lib/distributions/queries/progress"
import { isOpen } from "@/lib/distributions/rules/lists"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { textIn } from "@/lib/platform/i18n/text"
import type { Verdict } from "@/lib/platform/refusal"
import { requireActor } from "@/lib/platform/session"

/** Who knows the points of the edition published last: units side by side, then one unit's departments and people. */
export default async function DistributionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t, locale] = [await requireActor(), await searchParams, await getTranslations("distributions"), await getLocale()]
  const progress = await progressOfUnits(actor)
  const unit = await chosenUnit(actor, first(query.unit))
  const page = unit && (await progressOf(actor, unit.id))
  const units = actor.units ?? []
  return (
    <Drawn>
      <PageHead
        title={t("title")}
        lead={page ? t("lead", { number: page.edition.number, days: page.days }) : undefined}
        crumbs={[{ label: t("handbook"), href: "/handbook" }]}
        actions={<ButtonLink href="/distributions/mine">{t("mine.title")}</ButtonLink>}
      />
      {!progress || !unit || !page ? (
        <div className="pt-6"><Empty title={t("noEdition")}>{t("noEditionHint")}</Empty></div>
      ) : (
        <>
          {units.length > 1 && <Section title={t("units")}><UnitsProgress progress={progress.units} units={units} /></Section>}
          <Section title={t("ofUnit", { unit: textIn(locale, unit.name) })}>
            <Acts unitId={unit.id} verdict={mayDistribute(actor, unit.id)} open={page.lists.some(isOpen)} />
            {page.lists.length === 0 ? <Empty title={t("nothing")}>{t("nothingHint")}</Empty> : <DepartmentsProgress departments={page.departments} />}
          </Section>
          {page.lists.length > 0 && <Section title={t("people")}><PeopleProgress lists={page.lists} /></Section>}
        </>
      )}
    </Drawn>
  )
}

/** Giving out what is new, and reminding who has not confirmed. */
async function Acts({ unitId, verdict, open }: { unitId: string; verdict: Verdict; open: boolean }) {
  const t = await getTranslations("distributions.acts")
  if (!verdict.allowed) return <Button verdict={verdict}>{t("give")}</Button>
  return (
    <div className="flex flex-wrap items-end gap-3 print:hidden">
      <FormShell action={give} label={t("give")} hidden={{ unitId }} className="space-y-2"><Submit variant="plain">{t("give")}</Submit></FormShell>
      {open && <FormShell action={writeReminders} label={t("remind")} hidden={{ unitId }} className="space-y-2"><Submit variant="plain">{t("remind")}</Submit></FormShell>}
    </div>
  )
}
