import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ReviewActs } from "@/components/access-reviews/acts"
import { Deciding } from "@/components/access-reviews/deciding"
import { groupWords, ReviewGroups } from "@/components/access-reviews/groups"
import { LinesTable } from "@/components/access-reviews/lines-table"
import { ReviewStatus } from "@/components/access-reviews/review-status"
import { EventWords } from "@/components/audit/event"
import type { Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Figure, Figures } from "@/components/ui/figure"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Text } from "@/components/ui/text"
import { DateText, PeriodText, Time } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import { mayDecide } from "@/lib/access-reviews/policy"
import { reviewPage, type ReviewLine } from "@/lib/access-reviews/queries/reviews"
import { undecided } from "@/lib/access-reviews/rules/deciding"
import { groupsOf, matching, pageOf } from "@/lib/access-reviews/rules/finding"
import { endingOf, isRun } from "@/lib/access-reviews/rules/lifecycle"
import { findLinesSchema, showing } from "@/lib/access-reviews/schema"
import { mayReadAccess } from "@/lib/duties/policy"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"


/** One review: its accesses by role and position, a page of them with warnings and decisions, and what comes next. */
export default async function AccessReviewPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const [actor, { id }, query] = [await requireActor(), await params, await searchParams]
  const page = mayReadAccess(actor).allowed ? await reviewPage(actor, id) : null
  if (!page) notFound()
  const { review, lines, names, progress } = page
  const [t, locale] = [await getTranslations("access-reviews"), await getLocale()]
  const unit = actor.units?.find((one) => one.id === review.unitId)
  const who = (person: string | null, at: Date | null) => at && <>{person && names.get(person) && <Text text={names.get(person) ?? { zh: "", en: null }} />} · <Time at={at} /></>
  const finding = findLinesSchema.catch({}).parse(query)
  const found = matching(lines, names, finding)
  const rows = await shownRows(query)
  const { items, next } = pageOf(found, finding.cursor, rows)
  const groups = groupsOf(lines)
  const wordsOf = await groupWords()
  const open = (line: ReviewLine) => mayDecide(actor, review, [line]).allowed
  const address = { path: `/access-reviews/${review.id}`, query }
  return (
    <Drawn>
      <PageHead
        code={review.number}
        title={<>{unit && textIn(locale, unit.name)} <PeriodText period={review.quarter} /></>}
        status={<ReviewStatus status={review.status} />}
        crumbs={[{ label: t("access"), href: "/duties" }, { label: t("title"), href: "/access-reviews" }]}
        actions={<ButtonLink href={`/api/access-reviews?review=${review.id}&lang=${locale}`} target="_blank">{t("workbook")}</ButtonLink>}
      />
      <Figures>
        <Figure label={t("counts.lines")} value={progress.lines} href={address.path} />
        <Figure label={t("counts.undecided")} value={progress.lines - progress.decided} href={`${address.path}?show=undecided`} alert={isRun(review.status)} />
        <Figure label={t("counts.warned")} value={progress.warned} href={`${address.path}?show=warned`} />
        <Figure label={t("counts.withdrawn")} value={progress.withdraw} href={`${address.path}?show=withdrawn`} />
        <Figure label={t("counts.shortened")} value={progress.shorten} />
      </Figures>
      <div className="pt-5">
        <Facts
          facts={[
            { label: t("frozenOn"), value: <DateText day={review.frozenOn} /> },
            { label: t("openedBy"), value: who(review.openedBy, review.openedAt) },
            { label: t("submittedBy"), value: who(review.submittedBy, review.submittedAt) },
            { label: t(endingOf(review.status)), value: who(review.endedBy, review.endedAt) },
            ...(review.returnReason ? [{ label: t("returnReason"), value: review.returnReason, wide: true }] : []),
            ...(review.endReason ? [{ label: t("endReason"), value: review.endReason, wide: true }] : []),
          ]}
        />
      </div>
      <Section title={t("lines")} lead={t("linesLead")}>
        <ReviewGroups groups={groups} address={address} wordsOf={wordsOf} />
        <Filters address={address}>
          <Field name="q" label={t("find")}><Input type="search" /></Field>
          <Field name="of" label={t("group")}><Select none={t("any")} options={groups.map((group) => ({ value: group.key, label: wordsOf(group) }))} /></Field>
          <Field name="show" label={t("show")}><Select none={t("any")} options={showing.map((value) => ({ value, label: t(`showing.${value}`) }))} /></Field>
        </Filters>
        {mayDecide(actor, review, []).allowed ? (
          <Deciding review={review} finding={finding} any={items.some(open)} all={found.length > items.length ? undecided(found, null).filter(open).length : 0}><LinesTable unitId={review.unitId} lines={items} names={names} open={items.some(open) ? open : undefined} /></Deciding>
        ) : (
          <LinesTable unitId={review.unitId} lines={items} names={names} />
        )}
        <Pager address={address} shown={items.length} total={found.length} next={next} rows={rows} />
      </Section>
      <ReviewActs actor={actor} review={review} lines={lines} progress={progress} />
      <Section title={t("history")}>
        <Timeline label={t("history")} events={page.history.map((event) => ({
          id: event.id, at: new Date(event.at), who: <Text text={{ zh: event.actor.nameZh, en: event.actor.nameEn }} />, what: <EventWords event={event} />, why: event.why,
        }))} />
      </Section>
    </Drawn>
  )
}
