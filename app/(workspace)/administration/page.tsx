import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import { NewPerson } from "@/components/access/new-person"
import type { Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { asAdministrator, mayReadOutbox } from "@/lib/access/policy"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"
import { listPeople } from "@/lib/units/queries/people"
import { peopleFilterSchema } from "@/lib/units/schema"

export default async function AdministrationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayReadOutbox(actor).allowed) notFound()
  const keeper = asAdministrator(actor)
  const query = await searchParams
  const rows = await shownRows(query)
  const filter = peopleFilterSchema.catch(peopleFilterSchema.parse({ limit: rows })).parse({ ...query, limit: rows })
  const [t, locale, people] = await Promise.all([getTranslations("access.administration"), getLocale(), listPeople(keeper, filter)])
  const units = (keeper.units ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  const unitOf = new Map(units.map((unit) => [unit.value, unit.label]))
  const address = { path: "/administration", query }
  return (
    <Drawn>
      <AdministrationHead current="people" />
      <Filters address={address}>
        <Field name="q" label={t("search")}>
          <Input type="search" />
        </Field>
        <Field name="unit" label={t("unit")}>
          <Select options={units} none={t("allUnits")} />
        </Field>
      </Filters>
      <Table
        caption={t("people")}
        captionHidden
        rows={people.items}
        rowKey={(row) => row.id}
        address={address}
        empty={<Empty title={t("empty")}>{t("emptyHint")}</Empty>}
        columns={[
          { key: "name", header: t("name"), rowHeader: true, cell: (row) => <Link href={`/administration/people/${row.id}`}>{textIn(locale, { zh: row.nameZh, en: row.nameEn })}</Link> },
          { key: "email", header: t("email"), cell: (row) => row.email },
          { key: "unit", header: t("unit"), cell: (row) => unitOf.get(row.unitId) },
          { key: "state", header: t("state"), cell: (row) => <Status tone={row.active ? "good" : "neutral"}>{t(row.active ? "open" : "closed")}</Status> },
        ]}
      />
      <Pager address={address} shown={people.items.length} next={people.next} rows={rows} />
      <Section title={t("add")} lead={t("addLead")}>
        <NewPerson units={units} unitId={filter.unit} />
      </Section>
    </Drawn>
  )
}
