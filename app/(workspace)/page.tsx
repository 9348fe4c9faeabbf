import { redirect } from "next/navigation"
import { useLocale, useTranslations } from "next-intl"
import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { DepartureList } from "@/components/handovers/departures"
import { WaitingLists } from "@/components/distributions/waiting"
import { DueList } from "@/components/evidence/due-list"
import { QuarterFigures } from "@/components/evidence/quarter-figures"
import { RoomList } from "@/components/evidence/room-list"
import { WaitingTable } from "@/components/evidence/waiting-table"
import { Empty } from "@/components/ui/empty"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { PeriodText } from "@/components/ui/time"
import { GapsNotice } from "@/components/units/gaps-notice"
import { ActingFor } from "@/components/units/acting-for"
import { roomsFor } from "@/components/workspace/navigation"
import { OwnWork } from "@/components/workspace/own-work"
import { logsEvidence, reviewsAnywhere } from "@/lib/evidence/policy"
import { type Home, homeOf } from "@/lib/evidence/queries/home"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import type { Actor, ReachedUnit } from "@/lib/platform/actor"

const shownHere = 8

/** "My work": what the person owes, what waits for their review, how their unit stands, and where to go. */
export default async function HomePage() {
  const actor = await requireActor()
  const offered = roomsFor(actor.grants.map((grant) => grant.role))
  const [begin] = offered
  if (begin && !offered.some((room) => room.key === "home")) redirect(begin.href)
  const unit = await chosenUnit(actor)
  const home = await homeOf(actor, { unitId: unit?.id, shown: shownHere })
  const [t, locale] = [await getTranslations("evidence"), await getLocale()]
  const rooms = offered.filter((room) => room.key !== "home" && room.key !== "evidence")
  return (
    <Drawn>
      <PageHead title={t("home.title")} lead={t("home.greeting", { name: textIn(locale, actor.name) })} />
      {home.lists.lists > 0 && home.lists.dueOn && <WaitingLists lists={home.lists.lists} dueOn={home.lists.dueOn} />}
      {home.gaps !== null && home.gaps > 0 && unit && <GapsNotice unitId={unit.id} gaps={home.gaps} />}
      <ActingFor principals={home.principals} />
      {(home.work.total > 0 || logsEvidence(actor)) && <Due work={home.work} day={home.day} />}
      <Own actor={actor} home={home} />
      <DepartureList departures={home.departures} />
      {reviewsAnywhere(actor) && <Waiting {...home.waiting} />}
      {home.quarter && unit && <Quarter unit={unit} {...home.quarter} />}
      {isQuiet(actor, home) && <div className="pt-6"><Empty title={t("home.nothing")}>{t("home.nothingHint")}</Empty></div>}
      <Section title={t("home.rooms")}><RoomList rooms={rooms} /></Section>
    </Drawn>
  )
}

/** Whether nothing waits for the person and there is no list that could fill: an administrator's usual day. */
function isQuiet(actor: Actor, { lists, principals, work, departures, quarter, ...home }: Home): boolean {
  const lasting = logsEvidence(actor) || reviewsAnywhere(actor) || quarter !== null
  return !lasting && lists.lists + principals.length + work.total + ownWork(home) + departures.open.length + departures.unattended.length === 0
}

function Due({ work, day }: Pick<Home, "work" | "day">) {
  const t = useTranslations("evidence")
  return (
    <Section
      title={t("home.due")}
      lead={work.total > 0 && t("home.dueLead")}
      actions={work.total > work.due.length && <ButtonLink href="/evidence?owner=me">{t("home.dueAll", { count: work.total })}</ButtonLink>}
    >
      <DueList items={work.due} today={day} />
    </Section>
  )
}

function ownWork({ papers, deficiencies, statements, editions, requests }: Pick<Home, "papers" | "deficiencies" | "statements" | "editions" | "requests">): number {
  return papers.length + deficiencies + statements.length + editions.length + requests.toAnswer + requests.toJudge
}

function Own({ actor, home }: { actor: Actor; home: Home }) {
  const t = useTranslations("navigation.own")
  if (ownWork(home) === 0) return null
  return <Section title={t("title")}><OwnWork personId={actor.personId} {...home} /></Section>
}

function Waiting({ items, more }: Home["waiting"]) {
  const t = useTranslations("evidence")
  return (
    <Section title={t("home.review")} actions={more && <ButtonLink href="/evidence/waiting">{t("home.reviewAll")}</ButtonLink>}>
      <WaitingTable items={items} />
    </Section>
  )
}

function Quarter({ unit, counts, quarter }: NonNullable<Home["quarter"]> & { unit: ReachedUnit }) {
  const [t, locale] = [useTranslations("evidence"), useLocale()]
  const nothing = Object.values(counts).every((count) => count === 0)
  return (
    <Section title={t.rich("home.quarter", { unit: textIn(locale, unit.name), quarter: () => <PeriodText period={quarter} /> })}>
      {nothing ? <Empty title={t("home.noQuarter")} action={<ButtonLink href="/assessments">{t("home.toAssessments")}</ButtonLink>}>{t("home.noQuarterHint")}</Empty> : <QuarterFigures counts={counts} unitId={unit.id} quarter={quarter} />}
    </Section>
  )
}
