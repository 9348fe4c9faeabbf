import { getLocale, getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { ButtonLink, Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { NewUnit } from "@/components/units/new-unit"
import { mayReadAccess } from "@/lib/duties/policy"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { mayKeepUnit } from "@/lib/units/policy"
import { listUnits } from "@/lib/units/queries/units"
import { inTree } from "@/lib/platform/tree"

const indents = ["", "pl-5", "pl-10", "pl-14"]

export default async function UnitsPage() {
  const actor = await requireActor()
  const [organisation, t, words, duties, locale, listed] = await Promise.all([getTranslations("organisation"), getTranslations("units"), getTranslations("handovers"), getTranslations("duties"), getLocale(), listUnits(actor)])
  const units = inTree(listed)
  const parents = units.filter((unit) => mayKeepUnit(actor, { unitId: unit.id }).allowed).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  const [keeper] = parents
  return (
    <Drawn>
      <PageHead
        title={t("list.title")}
        lead={t("list.lead")}
        actions={<><ButtonLink href="/handovers">{words("title")}</ButtonLink>{mayReadAccess(actor).allowed && <ButtonLink href="/duties">{duties("title")}</ButtonLink>}<ButtonLink href="/units/positions">{t("byPositions.link")}</ButtonLink><ButtonLink href="/units/chart">{organisation("chart.link")}</ButtonLink>{keeper && <ButtonLink href={`/units/imports/new?unit=${keeper.value}`}>{organisation("page.organisation")}</ButtonLink>}</>}
      />
      <Table
        caption={t("list.title")}
        captionHidden
        rows={units}
        rowKey={(row) => row.id}
        empty={<Empty title={t("list.none")}>{t("list.noneHint")}</Empty>}
        columns={[
          { key: "name", header: t("list.name"), rowHeader: true, className: "min-w-56", cell: (row) => <span className={`block ${indents[row.depth] ?? "pl-14"}`}><Link href={`/units/${row.id}/ownership`}>{textIn(locale, row.name)}</Link>{row.to && <span className="block text-sm text-ink-soft">{t.rich("list.closes", { day: () => row.to && <DateText day={row.to} form="short" /> })}</span>}</span> },
          { key: "code", header: t("list.code"), cell: (row) => row.code },
          { key: "kind", header: t("list.kind"), className: "whitespace-nowrap", cell: (row) => t(`kinds.${row.kind}`) },
          { key: "departments", header: t("list.departments"), align: "end", cell: (row) => <Link href={`/units/${row.id}`}>{row.departments}</Link> },
          { key: "people", header: t("list.people"), align: "end", cell: (row) => <Link href={`/units/${row.id}/people`}>{row.people}</Link> },
          { key: "owned", header: t("list.owned"), align: "end", cell: (row) => <Link href={`/units/${row.id}/ownership`}>{t("list.ownedOf", { owned: row.owned, applicable: row.applicable })}</Link> },
        ]}
      />
      {parents.length > 0 && (
        <Section title={t("list.found")} lead={t("list.foundLead")}>
          <NewUnit parents={parents} />
        </Section>
      )}
    </Drawn>
  )
}
