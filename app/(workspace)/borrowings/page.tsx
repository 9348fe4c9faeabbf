import { getLocale, getTranslations } from "next-intl/server"
import { AskForm } from "@/components/borrowings/ask-form"
import { BorrowingsTable } from "@/components/borrowings/borrowings-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { PeriodText } from "@/components/ui/time"
import { askingPage, lendableFor } from "@/lib/borrowings/queries/asking"
import { listBorrowings } from "@/lib/borrowings/queries/borrowings"
import { borrowingFilterSchema } from "@/lib/borrowings/schema"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** Testers borrowed and lent; with an assessment, the form that asks for one. */
export default async function BorrowingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t, locale] = [await requireActor(), await searchParams, await getTranslations("borrowings"), await getLocale()]
  const rows = await shownRows(query)
  const filter = borrowingFilterSchema.catch(borrowingFilterSchema.parse({ limit: rows })).parse({ ...query, limit: rows })
  const { items, next } = await listBorrowings(actor, filter)
  const asking = await askingPage(actor, first(query.assessment) ?? "")
  const unit = actor.units?.find(({ id }) => id === asking?.assessment.unitId)
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: t("assessments"), href: "/assessments" }]} />
      {asking && (
        <Section title={t.rich("askFor", { unit: unit ? textIn(locale, unit.name) : "", quarter: () => <PeriodText period={asking.assessment.quarter} /> })} lead={t("askLead")}>
          <AskForm papers={asking.papers} lendable={asking.lendable} />
        </Section>
      )}
      <Section title={t("title")}>
        <BorrowingsTable actor={actor} borrowings={items} lendable={await lendableFor(actor, items.map(({ unitId }) => unitId))} empty={<Empty title={t("none")}>{t("noneHint")}</Empty>} />
        <Pager address={{ path: "/borrowings", query }} shown={items.length} next={next} rows={rows} />
      </Section>
    </Drawn>
  )
}
