import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { DepartmentChart, People } from "@/components/units/chart-people"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { mayImport } from "@/lib/units/commands/imports"
import { chartOf } from "@/lib/units/queries/chart"

/** A unit's departments, positions and people, as a list in a list: it reads the same aloud, on a phone and on paper. */
export default async function UnitChartPage({ params }: { params: Promise<{ unitId: string }> }) {
  const actor = await requireActor()
  const page = await chartOf(actor, (await params).unitId)
  if (!page) notFound()
  const [t, words, locale] = [await getTranslations("organisation.chart"), await getTranslations("organisation.page"), await getLocale()]
  const { unit } = page
  return (
    <Drawn>
      <PageHead
        code={unit.code}
        title={textIn(locale, { zh: unit.nameZh, en: unit.nameEn })}
        lead={t("unitLead")}
        status={t("people", { count: page.people })}
        crumbs={[{ label: t("title"), href: "/units/chart" }]}
        actions={mayImport(actor, "organisation", unit).allowed && <ButtonLink href={`/units/imports/new?unit=${unit.id}`}>{words("organisation")}</ButtonLink>}
      />
      {page.departments.length > 0 ? (
        <ul className="chart-root gap-10 lg:columns-2 2xl:columns-3 print:columns-2">{page.departments.map((department) => <DepartmentChart key={department.id} unitId={unit.id} department={department} />)}</ul>
      ) : (
        <Empty title={t("empty")}>{t("emptyHint")}</Empty>
      )}
      {page.outside.length > 0 && <Section title={t("withoutPosition")} lead={t("noDepartment")}><People unitId={unit.id} people={page.outside} /></Section>}
    </Drawn>
  )
}
