import { redirect } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
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
import { ActingFor } from "@/components/units/acting-for"
import { roomsFor } from "@/components/workspace/navigation"
import { OwnWork } from "@/components/workspace/own-work"
import { papersWaitingFor } from "@/lib/assessments/queries/mine"
import { listDeficiencies } from "@/lib/deficiencies/queries/list"
import { waitingForMe } from "@/lib/distributions/queries/progress"
import { logsEvidence, overseesUnits, reviewsAnywhere } from "@/lib/evidence/policy"
import { countsOfQuarter } from "@/lib/evidence/queries/counts"
import { waitingUses } from "@/lib/evidence/queries/waiting"
import { myWork } from "@/lib/evidence/queries/work"
import { departuresFor } from "@/lib/handovers/queries/departures"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { today } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { quarterOf } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"
import { maySign } from "@/lib/statements/policy"
import { listStatements } from "@/lib/statements/queries/list"
import { myPrincipals } from "@/lib/units/queries/deputies"
import type { Actor } from "@/lib/platform/actor"

export async function generateMetadata() {
  return { title: (await getTranslations("evidence"))("home.title") }
}

const shownHere = 8

/** "My work": what the person owes, what waits for their review, how their unit stands, and where to go. */
export default async function HomePage() {
  const actor = await requireActor()
  const offered = roomsFor(actor.grants.map((grant) => grant.role))
  const [begin] = offered
  if (begin && !offered.some((room) => room.key === "home")) redirect(begin.href)
  const [t, locale] = [await getTranslations("evidence"), await getLocale()]
  const rooms = offered.filter((room) => room.key !== "home" && room.key !== "evidence")
  return (
    <>
      <PageHead title={t("home.title")} lead={t("home.greeting", { name: textIn(locale, actor.name) })} />
      <Known actor={actor} />
      <ActingFor principals={await myPrincipals(actor)} />
      <Due actor={actor} />
      <Own actor={actor} />
      <Departing actor={actor} />
      {reviewsAnywhere(actor) && <Waiting actor={actor} />}
      {overseesUnits(actor) && <Quarter actor={actor} />}
      <Section title={t("home.rooms")}><RoomList rooms={rooms} /></Section>
    </>
  )
}

async function Known({ actor }: { actor: Actor }) {
  const { lists, dueOn } = await waitingForMe(actor)
  return lists > 0 && dueOn ? <WaitingLists lists={lists} dueOn={dueOn} /> : null
}

// Apart from what follows, so that the three ask the database at the same time.
async function Due({ actor }: { actor: Actor }) {
  const [t, work] = [await getTranslations("evidence"), await myWork(actor, shownHere)]
  if (work.total === 0 && !logsEvidence(actor)) return null
  return (
    <Section
      title={t("home.due")}
      lead={work.total > 0 && t("home.dueLead")}
      actions={work.total > work.due.length && <ButtonLink href="/evidence?owner=me">{t("home.dueAll", { count: work.total })}</ButtonLink>}
    >
      <DueList items={work.due} today={today(new Date())} />
    </Section>
  )
}

async function Own({ actor }: { actor: Actor }) {
  const t = await getTranslations("navigation.own")
  const units = (actor.units ?? []).map(({ id, kind }) => ({ unitId: id, unitKind: kind }))
  const signs = units.filter((unit) => maySign(actor, unit).allowed).map(({ unitId }) => unitId)
  const [papers, { total }, ready] = await Promise.all([
    papersWaitingFor(actor),
    listDeficiencies(actor, { owner: "me", status: "open", limit: 1 }),
    signs.length > 0 ? listStatements(actor, { status: "ready", limit: 200 }) : { items: [] },
  ])
  const statements = ready.items.filter(({ unitId }) => signs.includes(unitId))
  if (papers.length + total + statements.length === 0) return null
  return <Section title={t("title")}><OwnWork personId={actor.personId} papers={papers} deficiencies={total} statements={statements} /></Section>
}

async function Departing({ actor }: { actor: Actor }) {
  return <DepartureList departures={await departuresFor(actor)} />
}

async function Waiting({ actor }: { actor: Actor }) {
  const t = await getTranslations("evidence")
  const { items, more } = await waitingUses(actor, undefined, shownHere)
  return (
    <Section title={t("home.review")} actions={more && <ButtonLink href="/evidence/waiting">{t("home.reviewAll")}</ButtonLink>}>
      <WaitingTable items={items} />
    </Section>
  )
}

async function Quarter({ actor }: { actor: Actor }) {
  const unit = await chosenUnit(actor)
  if (!unit) return null
  const [t, locale, quarter] = [await getTranslations("evidence"), await getLocale(), quarterOf(today(new Date()))]
  const counts = await countsOfQuarter(actor, { unitId: unit.id, quarter })
  const nothing = Object.values(counts).every((count) => count === 0)
  return (
    <Section title={t.rich("home.quarter", { unit: textIn(locale, unit.name), quarter: () => <PeriodText period={quarter} /> })}>
      {nothing ? <Empty title={t("home.noQuarter")} action={<ButtonLink href="/assessments">{t("home.toAssessments")}</ButtonLink>}>{t("home.noQuarterHint")}</Empty> : <QuarterFigures counts={counts} unitId={unit.id} quarter={quarter} />}
    </Section>
  )
}
