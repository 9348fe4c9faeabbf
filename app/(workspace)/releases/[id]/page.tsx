import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { EngagementStatus } from "@/components/releases/engagements"
import { EndForm, JoinForm, ReleaseForm } from "@/components/releases/forms"
import { Released } from "@/components/releases/released"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { PageHead } from "@/components/ui/page-head"
import { QuarterSelect } from "@/components/ui/quarter-select"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { DateText } from "@/components/ui/time"
import { today } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { isId } from "@/lib/platform/ids"
import { isQuarter, quarterBefore, quarterOf } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"
import { mayRelease } from "@/lib/releases/policy"
import { engagementOf, listAuditors } from "@/lib/releases/queries/engagements"
import { releasedTo } from "@/lib/releases/queries/room"
import { openScope } from "@/lib/releases/queries/scope"

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function EngagementPage({ params, searchParams }: PageProps) {
  const [actor, { id }, query] = [await requireActor(), await params, await searchParams]
  const engagement = isId(id) ? await engagementOf(actor, id) : null
  if (!engagement) notFound()
  const [t, locale, day] = [await getTranslations("releases"), await getLocale(), today(new Date())]
  const released = await releasedTo(actor, id)
  const mayAct = mayRelease(actor, engagement).allowed && engagement.endedAt === null
  return (
    <Drawn>
      <PageHead
        title={textIn(locale, engagement.name)}
        status={<EngagementStatus engagement={engagement} today={day} />}
        lead={<><DateText day={engagement.from} /> – <DateText day={engagement.to} /> · {engagement.members.map(({ name }) => textIn(locale, name)).join(", ") || t("nobody")}</>}
        crumbs={[{ label: t("title"), href: "/releases" }]}
      />
      <Section title={t("room.released")}>
        <Released engagementId={id} released={released} units={actor.units ?? []} />
      </Section>
      {mayAct && <Acts about={{ id, version: engagement.version }} query={query} members={new Set(engagement.members.map(({ personId }) => personId))} />}
    </Drawn>
  )
}

/** What the control office does here: release a quarter, add an auditor, end the engagement. */
async function Acts({ about, query, members }: { about: { id: string; version: number }; query: Query; members: ReadonlySet<string> }) {
  const [actor, t, locale] = [await requireActor(), await getTranslations("releases"), await getLocale()]
  const units = actor.units ?? []
  const unit = units.find((one) => one.id === first(query.unit)) ?? units.find((one) => one.kind !== "company") ?? units[0]
  const now = quarterOf(today(new Date()))
  const asked = first(query.quarter) ?? ""
  const quarter = isQuarter(asked) ? asked : quarterBefore(now)
  const quarters = [now, quarterBefore(now), quarterBefore(quarterBefore(now)), quarter]
  const scope = unit ? await openScope(actor, about.id, { unitId: unit.id, quarter }) : []
  const auditors = (await listAuditors(actor)).filter(({ personId }) => !members.has(personId))
  return (
    <>
      <Section title={t("release.title")}>
        <Filters address={{ path: `/releases/${about.id}`, query: { unit: unit?.id, quarter } }} label={t("release.choose")}>
          <Field name="unit" label={t("release.unit")}><Select options={units.map((one) => ({ value: one.id, label: textIn(locale, one.name) }))} /></Field>
          <Field name="quarter" label={t("release.quarter")}>
            <QuarterSelect quarters={quarters.toSorted().toReversed()} />
          </Field>
        </Filters>
        {unit && scope.length > 0 ? (
          <ReleaseForm key={`${unit.id} ${quarter}`} about={about} unitId={unit.id} quarter={quarter} scope={scope} />
        ) : (
          <Empty title={t("release.nothing")}>{t("release.nothingHint")}</Empty>
        )}
      </Section>
      <Section title={t("join.title")}><JoinForm about={about} auditors={auditors} /></Section>
      <Section title={t("end.title")}><EndForm about={about} /></Section>
    </>
  )
}
