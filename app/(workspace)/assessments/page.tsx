import { getTranslations } from "next-intl/server"
import { PlanForm } from "@/components/assessments/plan-form"
import { YearTable } from "@/components/assessments/year-table"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Tabs } from "@/components/ui/tabs"
import { yearOverview } from "@/lib/assessments/queries/list"
import { assessmentFilterSchema } from "@/lib/assessments/schema"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { requireActor } from "@/lib/platform/session"

type Query = Record<string, string | string[] | undefined>

export default async function Assessments({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [query, t] = [await searchParams, await getTranslations("assessments")]
  const filter = assessmentFilterSchema.catch({ limit: 50 }).parse({ year: query.year })
  const overview = await yearOverview(actor, filter.year)
  const unit = await chosenUnit(actor)
  const tabs = overview.years.map((year) => ({ key: String(year), label: t("list.year", { year: String(year) }), href: `/assessments?year=${year}` }))
  return (
    <Drawn>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <Tabs label={t("list.years")} tabs={tabs} current={String(overview.year)} />
      <div className="pt-4">
        {overview.units.length > 0 ? <YearTable overview={overview} /> : <Empty title={t("list.empty")}>{t("list.emptyHint")}</Empty>}
      </div>
      {actor.audience.includes("operating") && <Section title={t("plan.title")} lead={t("plan.lead")}><PlanForm overview={overview} unitId={unit?.id} /></Section>}
    </Drawn>
  )
}
