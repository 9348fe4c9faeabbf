import { getLocale, getTranslations } from "next-intl/server"
import { Ageing } from "@/components/deficiencies/ageing"
import { ReconciliationFigures } from "@/components/deficiencies/counts"
import { DeficiencyFilters } from "@/components/deficiencies/list-filters"
import { DeficiencyTable } from "@/components/deficiencies/list-table"
import type { Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { mayRegister } from "@/lib/deficiencies/policy/confirmation"
import { deficiencyBoard } from "@/lib/deficiencies/queries/list"
import { deficiencyFilterSchema } from "@/lib/deficiencies/schema/filter"
import { today } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { quarterOf, quartersBack } from "@/lib/platform/periods"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

export default async function Deficiencies({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [query, t, locale] = [await searchParams, await getTranslations("deficiencies"), await getLocale()]
  const rows = await shownRows(query)
  const filter = deficiencyFilterSchema.parse({ ...query, limit: rows })
  const board = await deficiencyBoard(actor, filter)
  const units = actor.units ?? []
  const registers = units.some(({ id }) => mayRegister(actor, id, "self-report").allowed)
  const address = { path: "/deficiencies", query }
  const chosen = board.items.find((row) => row.owner?.id === filter.owner)?.owner
  return (
    <Drawn>
      <PageHead
        title={t("list.title")}
        lead={t("list.lead")}
        actions={<>
          <ButtonLink href="/deficiencies/report">{t("list.report")}</ButtonLink>
          {registers && <ButtonLink href="/deficiencies/new" variant="primary">{t("list.register")}</ButtonLink>}
        </>}
      />
      <div className="grid gap-x-12 xl:grid-cols-[2fr_1fr]">
        <Section title={t("counts.title")}><ReconciliationFigures counts={board.reconciliation} overdue={board.overdue} address={address} /></Section>
        <Section title={t("counts.ageing")}><Ageing counts={board.ageing} address={address} /></Section>
      </div>
      <div className="pt-8">
        <DeficiencyFilters address={address} quarters={quartersBack(quarterOf(today(new Date())), 8, filter.quarter)} units={units.map((unit) => ({ value: unit.id, label: textIn(locale, unit.name) }))} owner={chosen ? { value: chosen.id, label: textIn(locale, chosen.name) } : null} />
        <DeficiencyTable rows={board.items} units={units} address={address} caption={t("list.title")} />
        <Pager address={address} shown={board.items.length} total={board.total} next={board.next} rows={rows} />
      </div>
    </Drawn>
  )
}
