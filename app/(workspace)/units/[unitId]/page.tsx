import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import type { Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Table } from "@/components/ui/table"
import { Closing } from "@/components/units/closing"
import { HeadOf } from "@/components/units/head-of"
import { NamedThing } from "@/components/units/named-thing"
import { PositionsTable } from "@/components/units/positions-table"
import { UnitHead } from "@/components/units/unit-head"
import { textIn } from "@/lib/platform/i18n/text"
import { inWordOrder } from "@/lib/platform/i18n/word-order"
import { isId } from "@/lib/platform/ids"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"
import { department, position } from "@/lib/units/actions/units"
import { mayClose } from "@/lib/units/policy"
import { unitOverview } from "@/lib/units/queries/unit-overview"

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Query> }

export default async function UnitPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId }, query] = [await params, await searchParams]
  const page = isId(unitId) ? await unitOverview(actor, unitId) : null
  if (!page) notFound()
  const [t, organisation, locale] = await Promise.all([getTranslations("units"), getTranslations("organisation"), getLocale()])
  const { keeps } = page
  const nameOf = (row: { nameZh: string; nameEn: string }) => textIn(locale, { zh: row.nameZh, en: row.nameEn })
  const people = inWordOrder(locale, page.people.map((person) => ({ value: person.id, label: nameOf(person) })), ({ label }) => label)
  const departments = page.departments.map((row) => ({ value: row.id, label: nameOf(row) }))
  const departmentOf = new Map(departments.map((row) => [row.value, row.label]))
  return (
    <Drawn>
      <UnitHead unit={page.unit} current="unit" />
      <div className="flex flex-wrap gap-2 pt-5">
        <ButtonLink href={`/units/${unitId}/chart`}>{organisation("chart.link")}</ButtonLink>
        {keeps && <ButtonLink href={`/units/imports/new?unit=${unitId}`}>{organisation("page.organisation")}</ButtonLink>}
      </div>
      <Section title={t("page.departments")}>
        <Table
          caption={t("page.departments")}
          captionHidden
          rows={page.departments}
          rowKey={(row) => row.id}
          empty={<Empty title={t("page.noDepartments")}>{t("page.noDepartmentsHint")}</Empty>}
          columns={[
            { key: "name", header: t("page.name"), rowHeader: true, cell: nameOf },
            { key: "code", header: t("page.code"), cell: (row) => row.code },
            { key: "head", header: t("page.head"), cell: (row) => (keeps ? <HeadOf department={row} people={people} /> : row.head ? textIn(locale, row.head) : t("page.noHead")) },
          ]}
        />
        {keeps && <NamedThing action={department} unitId={unitId} label={t("page.addDepartment")} />}
      </Section>
      <Section title={t("page.positions")}>
        <PositionsTable positions={page.positions} departments={departmentOf} rows={await shownRows(query)} address={{ path: `/units/${unitId}`, query }} />
        {keeps && departments.length > 0 && (
          <NamedThing action={position} unitId={unitId} label={t("page.addPosition")}>
            <Field name="departmentId" label={t("page.department")} required>
              <Select options={departments} />
            </Field>
          </NamedThing>
        )}
      </Section>
      {keeps && page.unit.kind !== "company" && <Closing unit={page.unit} verdict={mayClose(actor)} />}
    </Drawn>
  )
}
