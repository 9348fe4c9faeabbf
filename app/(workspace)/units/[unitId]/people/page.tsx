import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { HandoversTable } from "@/components/handovers/handovers-table"
import type { Query } from "@/components/ui/address"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Deputies } from "@/components/units/deputies"
import { PeopleTable } from "@/components/units/people-table"
import { UnitHead } from "@/components/units/unit-head"
import { peoplePage } from "@/lib/handovers/queries/people-page"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Query> }

export default async function PeoplePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId }, query] = [await params, await searchParams]
  const page = isId(unitId) ? await peoplePage(actor, unitId) : null
  if (!page) notFound()
  const [t, words, named] = await Promise.all([getTranslations("units.people"), getTranslations("handovers"), getTranslations("units.deputies")])
  const { departing, deputies } = page
  return (
    <Drawn>
      <UnitHead unit={page.unit} current="people" />
      {departing.length > 0 && <Section title={words("departures.title")}><HandoversTable handovers={departing} units={actor.units ?? []} /></Section>}
      <Section title={t("title")} actions={<ButtonLink href={`/units/${unitId}/people/positions`}>{t("holdings")}</ButtonLink>}>
        <PeopleTable people={page.people} rows={await shownRows(query)} address={{ path: `/units/${unitId}/people`, query }} />
      </Section>
      {deputies.length > 0 && <Section title={named("title")} lead={named("lead")}><Deputies rows={deputies} mayEnd={false} /></Section>}
    </Drawn>
  )
}
