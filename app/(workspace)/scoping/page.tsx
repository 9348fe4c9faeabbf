import { getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { DraftForm } from "@/components/scoping/draft-form"
import { ScopesTable } from "@/components/scoping/scopes-table"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { requireActor } from "@/lib/platform/session"
import { scopesPage } from "@/lib/scoping/queries/page"

/** The years that were scoped, and the way to the next. */
export default async function ScopingPage() {
  const actor = await requireActor()
  const { scopes, names, thisYear, verdict, hasEdition } = await scopesPage(actor)
  const t = await getTranslations("scoping")
  const years = [thisYear, thisYear + 1, thisYear - 1].filter((year) => !scopes.some((scope) => scope.year === year))
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: t("handbook"), href: "/handbook" }]} />
      <div className="pt-2"><ScopesTable scopes={scopes} names={names} empty={<Empty title={t("none")}>{t(hasEdition ? "noneHint" : "noEdition")}</Empty>} /></div>
      {hasEdition && years.length > 0 && <Section title={t("another")}><DraftForm years={years} verdict={verdict} /></Section>}
    </Drawn>
  )
}
