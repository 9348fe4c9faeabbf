import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { HandoversTable } from "@/components/handovers/handovers-table"
import { Empty } from "@/components/ui/empty"
import { ButtonLink, Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { Deputies } from "@/components/units/deputies"
import { UnitHead } from "@/components/units/unit-head"
import { peoplePage } from "@/lib/handovers/queries/people-page"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"

export default async function PeoplePage({ params }: { params: Promise<{ unitId: string }> }) {
  const actor = await requireActor()
  const { unitId } = await params
  const page = isId(unitId) ? await peoplePage(actor, unitId) : null
  if (!page) notFound()
  const [t, words, named, locale] = await Promise.all([getTranslations("units.people"), getTranslations("handovers"), getTranslations("units.deputies"), getLocale()])
  const { departing, deputies } = page
  const people = inWordOrder(locale, page.people.map((person) => ({ ...person, name: textIn(locale, { zh: person.nameZh, en: person.nameEn }) })), ({ name }) => name)
  return (
    <Drawn>
      <UnitHead unit={page.unit} current="people" />
      {departing.length > 0 && <Section title={words("departures.title")}><HandoversTable handovers={departing} units={actor.units ?? []} /></Section>}
      <Section title={t("title")} actions={<ButtonLink href={`/units/${unitId}/people/positions`}>{t("holdings")}</ButtonLink>}>
        <Table
          caption={t("title")}
          captionHidden
          rows={people}
          rowKey={(row) => row.id}
          empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
          columns={[
            { key: "name", header: t("name"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`/units/${unitId}/people/${row.id}`}>{row.name}</Link> },
            { key: "positions", header: t("positions"), className: "min-w-40", cell: (row) => row.positions.map((position) => textIn(locale, position)).join(", ") },
            { key: "email", header: t("email"), cell: (row) => row.email },
          ]}
        />
      </Section>
      {deputies.length > 0 && <Section title={named("title")} lead={named("lead")}><Deputies rows={deputies} mayEnd={false} /></Section>}
    </Drawn>
  )
}
