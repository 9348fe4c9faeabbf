import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { HandoversTable } from "@/components/handovers/handovers-table"
import { PersonBelongings } from "@/components/handovers/person-belongings"
import { StartHandover } from "@/components/handovers/start-form"
import { Facts } from "@/components/ui/facts"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { DateText } from "@/components/ui/time"
import { Deputies, NameDeputy } from "@/components/units/deputies"
import { MoveDepartment } from "@/components/units/move-department"
import { mayConduct } from "@/lib/handovers/policy"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { personPage } from "@/lib/handovers/queries/person"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import { today } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { requireActor } from "@/lib/platform/session"
import { mayNameDeputy, mayPlacePeople } from "@/lib/units/policy"
import { listDeputies } from "@/lib/units/queries/deputies"

/** A person at a unit: positions, what they answer for, departures; a handover starts here. */
export default async function PersonPage({ params }: { params: Promise<{ unitId: string; personId: string }> }) {
  const actor = await requireActor()
  const { unitId, personId } = await params
  const page = await personPage(actor, unitId, personId)
  if (!page) notFound()
  const [t, units, locale] = [await getTranslations("handovers"), await getTranslations("units"), await getLocale()]
  const { items } = await listHandovers(actor, { unit: unitId, person: personId, limit: 50 })
  const open = items.find(({ status }) => openStates.some((state) => state === status))
  const [need] = page.needs
  const interims = (need?.able ?? page.people).map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) }))
  const people = inWordOrder(locale, page.people.map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) })), ({ label }) => label)
  const [deputies, naming] = [await listDeputies(actor, { unit: unitId, person: personId, limit: 200 }), mayNameDeputy(actor, { unitId, personId, headPersonId: page.headPersonId })]
  const departments = page.departments.filter(({ id }) => id !== page.person.departmentId).map(({ id, nameZh, nameEn }) => ({ value: id, label: textIn(locale, { zh: nameZh, en: nameEn }) }))
  const verdict = mayConduct(actor, { unitId, personId, headPersonId: page.headPersonId })
  return (
    <Drawn>
      <PageHead
        title={textIn(locale, { zh: page.person.nameZh, en: page.person.nameEn })}
        crumbs={[{ label: units("list.title"), href: "/units" }, { label: `${page.unit.code} ${units("tabs.people")}`, href: `/units/${unitId}/people` }]}
      />
      {open && (
        <Notice kind="warning" title={t("page.departing")}>
          <p className="pb-3">{t.rich("page.departingText", { number: open.number, day: () => <DateText day={open.leavesOn} /> })}</p>
          <ButtonLink href={`/handovers/${open.id}`}>{t("page.openHandover")}</ButtonLink>
        </Notice>
      )}
      <div className="pt-4">
        <Facts
          facts={[
            { label: t("page.email"), value: page.person.email },
            { label: t("page.head"), value: page.head ? textIn(locale, page.head) : null },
            { label: t("page.owed"), value: `${page.owed.open}${page.owed.overdue > 0 ? ` · ${t("page.overdue", { count: page.owed.overdue })}` : ""}` },
          ]}
        />
      </div>
      <PersonBelongings page={page} />
      <Section title={units("deputies.title")} lead={units("deputies.lead")}>
        <Deputies rows={deputies.items} mayEnd={naming.allowed} />
        <NameDeputy unitId={unitId} personId={personId} people={people} verdict={naming} />
      </Section>
      <Section title={t("page.handovers")}>
        {items.length > 0 && <HandoversTable handovers={items} units={actor.units ?? []} />}
        {!open && (page.belongings.length > 0
          ? <StartHandover unitId={unitId} personId={personId} people={interims} owns={page.points.length > 0} today={today(new Date())} verdict={verdict} />
          : <p className="text-sm text-ink-soft">{t("start.nothing")}</p>)}
        {page.person.unitId === unitId && page.person.active && departments.length > 0 && (
          <div className="pt-4">
            <MoveDepartment person={page.person} departments={departments} needs={page.needs} verdict={mayPlacePeople(actor, { unitId })} />
          </div>
        )}
      </Section>
    </Drawn>
  )
}
