import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { EventWords } from "@/components/audit/event"
import { Drawn } from "@/components/ui/drawn"
import { HandoverStatus } from "@/components/handovers/handover-status"
import { Items } from "@/components/handovers/items"
import { Signatures } from "@/components/handovers/signatures"
import { Signing } from "@/components/handovers/signing"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Steps } from "@/components/ui/steps"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import { waysToProve } from "@/lib/access/queries/proof"
import { mayConduct } from "@/lib/handovers/policy"
import { handoverPage } from "@/lib/handovers/queries/page"
import { isDivisible, wayOf } from "@/lib/handovers/rules/lifecycle"
import { job } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { proofOfBrowser } from "@/lib/platform/proof-cookie"
import { requireActor } from "@/lib/platform/session"

/** One departure: what passes on, to whom, who has signed, and what comes next. */
export default async function HandoverPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const page = await handoverPage(actor, (await params).id)
  if (!page) notFound()
  const { handover, unit, names } = page
  const [t, locale] = [await getTranslations("handovers"), await getLocale()]
  const nameOf = (id: string | null) => {
    const name = id ? names.get(id) : undefined
    return name ? textIn(locale, name) : null
  }
  const people = page.people.filter(({ id }) => id !== handover.personId).map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) }))
  const ways = await waysToProve(actor, await proofOfBrowser())
  const way = wayOf(handover.status)
  return (
    <Drawn>
      <PageHead
        code={handover.number}
        title={nameOf(handover.personId)}
        status={<HandoverStatus status={handover.status} />}
        crumbs={[{ label: t("units"), href: "/units" }, { label: t("title"), href: "/handovers" }]}
      />
      {way.length > 0 && <Steps label={t("title")} steps={way.map(({ state, standing }) => ({ key: state, label: t(`status.${state}`), state: standing }))} />}
      <div className="pt-5">
        <Facts
          facts={[
            { label: t("person"), value: page.hasPage ? <Link href={`/units/${unit.id}/people/${handover.personId}`}>{nameOf(handover.personId)}</Link> : nameOf(handover.personId) },
            { label: t("kind"), value: `${t(`kinds.${handover.kind}`)} · ${textIn(locale, { zh: unit.nameZh, en: unit.nameEn })}` },
            { label: t("leavesOn"), value: <DateText day={handover.leavesOn} /> },
            { label: t("interim"), value: nameOf(handover.interimPersonId) ?? t(handover.items.some((item) => item.kind === "point") ? "noInterimYet" : "noInterim") },
            { label: t("opened"), value: <>{nameOf(handover.openedBy) ?? textIn(locale, job.name)} · <Time at={handover.openedAt} /></> },
            { label: t("note"), value: handover.note, wide: true },
            ...(handover.endReason ? [{ label: t("acts.cancelReason"), value: handover.endReason, wide: true }] : []),
          ]}
        />
      </div>
      <Section title={t("items")} lead={t("itemsLead")}>
        <Items page={page} people={people} dividing={isDivisible(handover.status) && mayConduct(actor, handover).allowed} />
      </Section>
      <Section title={t("signatures")}><Signatures page={page} /></Section>
      <Signing actor={actor} page={page} prove={{ ways, here: `/handovers/${handover.id}` }} />
      <Section title={t("history")}>
        <Timeline label={t("history")} events={page.history.map((event) => ({
          id: event.id, at: new Date(event.at), who: <Text text={{ zh: event.actor.nameZh, en: event.actor.nameEn }} />, what: <EventWords event={event} />, why: event.why,
        }))} />
      </Section>
    </Drawn>
  )
}
