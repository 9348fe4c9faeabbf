import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { NamePerson } from "@/components/units/name-person"
import { OwnerHistory } from "@/components/units/owner-history"
import { Performers } from "@/components/units/performers"
import { VoidRow } from "@/components/units/void-row"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"
import { assign, perform } from "@/lib/units/actions/ownership"
import { mayAssign } from "@/lib/units/policy"
import { pointOwnership } from "@/lib/units/queries/matrix"

type Props = { params: Promise<{ unitId: string; pointId: string }>; searchParams: Promise<Query> }

export default async function PointOwnershipPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId, pointId }, query] = await Promise.all([params, searchParams])
  const page = isId(unitId) && isId(pointId) ? await pointOwnership(actor, unitId, pointId) : null
  if (!page) notFound()
  const [t, words, frequencies, locale] = await Promise.all([getTranslations("units.point"), getTranslations("units.ownership"), getTranslations("common.frequencies"), getLocale()])
  const here = `/units/${unitId}/ownership/${pointId}`
  const verdict = mayAssign(actor, { unitId, heads: page.heads })
  const refusal = verdict.allowed ? null : verdict.refusal
  const people = inWordOrder(locale, page.people.map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) })), ({ label }) => label)
  const present = page.history.find((row) => row.current)
  const voiding = page.history.find((row) => row.id === first(query.confirm) && row.voidedAt === null)
  const position = page.positionNames.get(page.point.ownerPosition)
  return (
    <Drawn>
      <PageHead
        code={page.point.code}
        title={textIn(locale, { zh: page.point.titleZh, en: page.point.titleEn })}
        crumbs={[{ label: `${page.unit.code} ${words("title")}`, href: `/units/${unitId}/ownership` }]}
      />
      <Facts
        facts={[
          { label: t("now"), value: present?.name ? textIn(locale, present.name) : words("gap") },
          { label: t("position"), value: position ? textIn(locale, position) : page.point.ownerPosition },
          { label: t("frequency"), value: frequencies(page.point.frequency) },
        ]}
      />
      {voiding && refusal === null && (
        <div className="pt-6">
          <VoidRow id={voiding.id} name={voiding.name ? textIn(locale, voiding.name) : ""} here={here} />
        </div>
      )}
      <Section title={t("assign")} lead={t("assignLead")}>
        <NamePerson action={assign} hidden={{ unitId, pointId, seen: present?.id ?? "none" }} people={people} button={t("assignButton")} refusal={refusal} />
      </Section>
      <Section title={t("history")}>
        <OwnerHistory rows={page.history} here={here} mayVoid={refusal === null} />
      </Section>
      <Section title={t("performers")} lead={t("performersLead")}>
        <Performers rows={page.performers} mayEnd={refusal === null} />
        <NamePerson action={perform} hidden={{ unitId, pointId }} people={people} button={t("addPerformer")} refusal={refusal} />
      </Section>
    </Drawn>
  )
}
