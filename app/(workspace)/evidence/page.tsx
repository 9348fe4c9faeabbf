import { getTranslations } from "next-intl/server"
import { ObligationFilters } from "@/components/evidence/filters"
import { ObligationsTable } from "@/components/evidence/obligations-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Submit } from "@/components/ui/submit"
import { planAction } from "@/lib/evidence/actions"
import { mayPlan, reviewsAnywhere } from "@/lib/evidence/policy"
import { obligationsPage } from "@/lib/evidence/queries/list-page"
import { obligationFilterSchema } from "@/lib/evidence/schema"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { today } from "@/lib/platform/days"
import { isQuarter } from "@/lib/platform/periods"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** All obligations that the reader sees: this quarter of the chosen unit unless the address says otherwise. */
export default async function EvidencePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [asked, t] = [await searchParams, await getTranslations("evidence")]
  const rows = await shownRows(asked)
  const unit = await chosenUnit(actor, first(asked.unit))
  const queryIn = (quarter: string) => ({ ...asked, unit: unit?.id, period: first(asked.period) ?? quarter })
  const { choices, list: page } = await obligationsPage(actor, (quarter) =>
    obligationFilterSchema.parse({ ...Object.fromEntries(Object.entries(queryIn(quarter)).map(([name, value]) => [name, first(value)])), limit: rows }))
  const query = queryIn(choices.quarter)
  const address = { path: "/evidence", query }
  const nothingYet = page.items.length === 0 && unit !== null && isQuarter(query.period) && mayPlan(actor, unit.id).allowed
  return (
    <Drawn>
      <PageHead
        title={t("list.title")}
        lead={t("list.lead")}
        actions={reviewsAnywhere(actor) && <ButtonLink href="/evidence/waiting">{t("list.waiting")}</ButtonLink>}
      />
      <ObligationFilters address={address} units={actor.units ?? []} choices={choices} />
      <ObligationsTable rows={page.items} today={today(new Date())} address={address} />
      {nothingYet && (
        <FormShell action={planAction} label={t("list.plan")} hidden={{ unitId: unit.id, quarter: query.period }} className="py-4 text-center">
          <Submit>{t("list.plan")}</Submit>
        </FormShell>
      )}
      <Pager address={address} shown={page.items.length} total={page.total} next={page.next} rows={rows} />
    </Drawn>
  )
}
