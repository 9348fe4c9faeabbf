import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { MissingReviews } from "@/components/access-reviews/missing"
import { ReviewsTable } from "@/components/access-reviews/reviews-table"
import { AccessHead } from "@/components/duties/access-head"
import { type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { PeriodText } from "@/components/ui/time"
import { mayRun } from "@/lib/access-reviews/policy"
import { listReviews, missingReviews } from "@/lib/access-reviews/queries/reviews"
import { accessReviewLifecycle } from "@/lib/access-reviews/rules/lifecycle"
import { reviewFilterSchema } from "@/lib/access-reviews/schema"
import { asAccessReader, mayReadAccess } from "@/lib/duties/policy"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** The quarterly reviews of access: what is overdue first, then all of them. */
export default async function AccessReviewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams]
  if (!mayReadAccess(actor).allowed) notFound()
  const rows = await shownRows(query)
  const filter = reviewFilterSchema.catch(reviewFilterSchema.parse({ limit: rows })).parse({ ...query, limit: rows })
  const [missing, { items, next }] = [await missingReviews(actor), await listReviews(actor, filter)]
  const [t, locale] = [await getTranslations("access-reviews"), await getLocale()]
  const units = asAccessReader(actor).units ?? []
  const address = { path: "/access-reviews", query }
  return (
    <Drawn>
      <AccessHead current="reviews" />
      <Section title={t.rich("missing", { quarter: () => <PeriodText period={missing.quarter} /> })} lead={t("missingLead")}>
        <MissingReviews missing={missing} units={units} mayOpen={(unitId) => mayRun(actor, { unitId }).allowed} />
      </Section>
      <Section title={t("all")} lead={t("lead")}>
        <Filters address={address}>
          <Field name="unit" label={t("unit")}><Select none={t("any")} options={units.map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))} /></Field>
          <Field name="status" label={t("state")}><Select none={t("any")} options={accessReviewLifecycle.states.map((value) => ({ value, label: t(`status.${value}`) }))} /></Field>
        </Filters>
        <ReviewsTable reviews={items} units={units} empty={<Empty title={t("none")}>{t("noneHint")}</Empty>} />
        <Pager address={address} shown={items.length} next={next} rows={rows} />
      </Section>
    </Drawn>
  )
}
