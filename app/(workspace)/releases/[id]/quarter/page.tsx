import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { ReleaseNotes } from "@/components/releases/released"
import { ReleasedRows } from "@/components/releases/rows"
import { first, type Query } from "@/components/ui/address"
import { PageHead } from "@/components/ui/page-head"
import { PeriodText } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"
import { engagementOf } from "@/lib/releases/queries/engagements"
import { releasedRows, releasedTo } from "@/lib/releases/queries/room"

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReleasedQuarterPage({ params, searchParams }: PageProps) {
  const [actor, { id }, query] = [await requireActor(), await params, await searchParams]
  const engagement = isId(id) ? await engagementOf(actor, id) : null
  if (!engagement) notFound()
  const row = (await releasedTo(actor, id)).find(({ unitId, quarter }) => unitId === first(query.unit) && quarter === first(query.quarter))
  const unit = actor.units?.find((one) => one.id === row?.unitId)
  if (!row || !unit) notFound()
  const [t, locale, rows] = [await getTranslations("releases"), await getLocale(), await releasedRows(actor, id, unit.id, row.quarter)]
  return (
    <Drawn>
      <PageHead
        title={<>{textIn(locale, unit.name)} · <PeriodText period={row.quarter} /></>}
        crumbs={[{ label: t("title"), href: "/releases" }, { label: textIn(locale, engagement.name), href: `/releases/${id}` }]}
      />
      <ReleasedRows rows={rows} report={`/deficiencies/report?unit=${unit.id}&quarter=${row.quarter}`} />
      <ReleaseNotes row={row} />
    </Drawn>
  )
}
