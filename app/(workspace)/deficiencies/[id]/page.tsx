import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { EventWords } from "@/components/audit/event"
import { DoneSteps } from "@/components/deficiencies/done-steps"
import { EventForm } from "@/components/deficiencies/event-form"
import { DeficiencyFacts } from "@/components/deficiencies/facts"
import { Guard } from "@/components/deficiencies/guard"
import { Life } from "@/components/deficiencies/life"
import { Origin } from "@/components/deficiencies/origin"
import { Possible } from "@/components/deficiencies/possible"
import { DeficiencyStatus } from "@/components/deficiencies/status"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { Timeline } from "@/components/ui/timeline"
import { ActingFor } from "@/components/units/acting-for"
import { nameIn } from "@/lib/audit/queries"
import { confirmsFor } from "@/lib/deficiencies/policy/confirmation"
import { operates } from "@/lib/deficiencies/policy/parts"
import { chosenOf } from "@/lib/deficiencies/policy/possible"
import { titlesOf } from "@/lib/deficiencies/rules/titles"
import { deficiencyOf } from "@/lib/deficiencies/queries/page"
import { requireActor } from "@/lib/platform/session"
import { actingFor } from "@/lib/units/queries/deputies"

export default async function DeficiencyPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [{ id }, query, t] = [await params, await searchParams, await getTranslations("deficiencies")]
  const view = await deficiencyOf(actor, id)
  if (!view) notFound()
  const { record, deficiency, possible } = view
  const chosen = chosenOf(possible, first(query.do))
  const done = first(query.done)
  return (
    <Drawn>
      <PageHead code={record.number} title={<Text text={titlesOf(record.title, view.heading?.title)} />} crumbs={[{ label: t("home"), href: "/deficiencies" }]} status={<DeficiencyStatus status={deficiency.status} overdue={view.overdue} />} />
      <div className="space-y-4 pt-6">
        {done && t.has(`done.${done}`) && <Notice kind="success">{t(`done.${done}`)}</Notice>}
        <ActingFor principals={await actingFor(actor, record.unitId, confirmsFor(actor, deficiency))} />
        <Life view={view} />
      </div>
      {operates(actor) && <Possible id={record.id} possible={possible} chosen={chosen}>{chosen && <EventForm event={chosen} view={view} />}</Possible>}
      <Section title={t("page.facts")}><DeficiencyFacts view={view} /></Section>
      <Section title={t("page.origin")}><Origin record={record} origin={view.origin} /></Section>
      <Section title={t("guard.title")}><Guard guard={view.guard} /></Section>
      <DoneSteps view={view} />
      {view.history && (
        <Section title={t("page.history")} id="history">
          <Timeline
            label={t("page.history")}
            events={view.history.toReversed().map((event) => ({ id: event.id, at: new Date(event.at), who: <Text text={nameIn(event)} />, what: <EventWords event={event} />, why: event.why }))}
          />
        </Section>
      )}
    </Drawn>
  )
}
