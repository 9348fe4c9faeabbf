import { getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { EngagementTable } from "@/components/releases/engagements"
import { OpenForm } from "@/components/releases/forms"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { today } from "@/lib/platform/days"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"
import { mayRelease } from "@/lib/releases/policy"
import { listEngagements } from "@/lib/releases/queries/engagements"

export default async function ReleasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t] = [await requireActor(), await searchParams, await getTranslations("releases")]
  const cursor = first(query.cursor)
  const rows = await shownRows(query)
  const { items, next } = await listEngagements(actor, { limit: rows, cursor: cursor && isId(cursor) ? cursor : undefined })
  const inside = actor.audience.includes("operating")
  const company = actor.units?.find((unit) => unit.kind === "company")
  const day = today(new Date())
  return (
    <Drawn>
      <PageHead title={t("title")} lead={inside ? t("lead") : t("leadAuditor")} />
      {items.length === 0 ? (
        <Empty title={inside ? t("none") : t("noneAuditor")}>{inside ? t("noneHint") : t("noneAuditorHint")}</Empty>
      ) : (
        <EngagementTable engagements={items} today={day} />
      )}
      <Pager address={{ path: "/releases", query }} shown={items.length} next={next} rows={rows} />
      {inside && company && (
        <Section title={t("open.title")}>
          <OpenForm companyId={company.id} verdict={mayRelease(actor, { unitId: company.id })} today={day} />
        </Section>
      )}
    </Drawn>
  )
}
