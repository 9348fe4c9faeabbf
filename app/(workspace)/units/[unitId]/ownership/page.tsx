import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { type Query, withQuery } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Figure, Figures } from "@/components/ui/figure"
import { ButtonLink, Link } from "@/components/ui/link"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { ByPosition } from "@/components/units/by-position"
import { OwnerFilters } from "@/components/units/owner-filters"
import { OwnerTable } from "@/components/units/owner-table"
import { WorkbookLink } from "@/components/units/workbook-link"
import { UnitHead } from "@/components/units/unit-head"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"
import { mayAssign } from "@/lib/units/policy"
import { ownershipMatrix } from "@/lib/units/queries/matrix"
import { ownershipFilterSchema } from "@/lib/units/schema"

// Of those who answer for most; all stand on a page of their own.
const most = 12

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Query> }

export default async function OwnershipPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId }, query] = await Promise.all([params, searchParams])
  const rows = await shownRows(query)
  const filter = ownershipFilterSchema.catch(ownershipFilterSchema.parse({ unit: unitId, limit: rows })).parse({ ...query, unit: unitId, limit: rows })
  const page = isId(unitId) ? await ownershipMatrix(actor, filter) : null
  if (!page) notFound()
  const [t, more, organisation, locale] = await Promise.all([getTranslations("units.ownership"), getTranslations("units.workload"), getTranslations("organisation"), getLocale()])
  const address = { path: `/units/${unitId}/ownership`, query }
  const verdict = mayAssign(actor, { unitId, heads: page.headOf })
  const all = mayAssign(actor, { unitId, heads: [] })
  const people = inWordOrder(locale, page.people.map((person) => ({ value: person.id, label: textIn(locale, { zh: person.nameZh, en: person.nameEn }) })), ({ label }) => label)
  const positionOf = (code: string) => {
    const name = page.positionNames.get(code)
    return name ? textIn(locale, name) : code
  }
  const owner = page.workload.find((row) => row.personId === filter.owner)
  return (
    <Drawn>
      <UnitHead unit={page.unit} current="ownership" lead={t("lead")} />
      {page.edition ? (
        <>
          <div className="pt-5">
            <Figures>
              <Figure label={t("gaps")} value={page.counts.gaps} href={withQuery(address, { gaps: "yes", cursor: undefined })} alert />
              <Figure label={t("applicable")} value={page.counts.applicable} note={t("edition", { number: page.edition.number })} />
              <Figure label={t("owners")} value={page.workload.length} />
            </Figures>
          </div>
          <OwnerFilters address={address} nodes={page.nodes} position={filter.position && positionOf(filter.position)} owner={owner && { value: owner.personId, label: textIn(locale, owner.name) }} />
          <OwnerTable unitId={unitId} points={page.items} filter={withQuery({ path: "", query }, { cursor: undefined })} matching={page.matching.length} asOf={page.asOf} people={people} positionOf={positionOf} refusal={verdict.allowed ? null : verdict.refusal} />
          <Pager address={address} shown={page.items.length} total={page.total} next={page.next} rows={rows} />
          <Section title={organisation("page.ownership")} lead={organisation("page.leadOwnership")} actions={<><WorkbookLink kind="ownership" unitId={unitId}>{organisation("owners.export")}</WorkbookLink>{all.allowed && <ButtonLink href={`/units/imports/new?kind=ownership&unit=${unitId}`}>{organisation("owners.import")}</ButtonLink>}{all.allowed && page.counts.gaps > 0 && <ButtonLink href={`/units/${unitId}/ownership/copy`}>{organisation("copy.link")}</ButtonLink>}</>}>{null}</Section>
          {page.counts.gaps > 0 && <ByPosition unitId={unitId} positions={page.open.map((code) => ({ value: code, label: positionOf(code) }))} refusal={all.allowed ? null : all.refusal} />}
          <Section title={t("workload")} actions={<ButtonLink href={`/units/${unitId}/ownership/workload`}>{more("link")}</ButtonLink>}>
            <ul className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-4">
              {page.workload.slice(0, most).map((row) => (
                <li key={row.personId} className="flex justify-between gap-4 border-b border-hairline py-1.5">
                  <Link href={`${address.path}?owner=${row.personId}`}>{textIn(locale, row.name)}</Link>
                  <span>{t("points", { count: row.count })}</span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      ) : (
        <div className="pt-6">
          <Empty title={t("noEdition")}>{t("noEditionHint")}</Empty>
        </div>
      )}
    </Drawn>
  )
}
