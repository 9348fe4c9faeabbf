import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AccessHead } from "@/components/duties/access-head"
import { BorrowedTesters } from "@/components/borrowings/borrowed-testers"
import { type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Pager } from "@/components/ui/pager"
import { Select } from "@/components/ui/select"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import { borrowedNow } from "@/lib/borrowings/queries/borrowings"
import { asAccessReader, mayReadAccess } from "@/lib/duties/policy"
import { accessMatrix } from "@/lib/duties/queries/access"
import { grantStanding, type GrantStanding } from "@/lib/duties/rules/standing"
import { accessFilterSchema } from "@/lib/duties/schema"
import { roles } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

const tones: Record<GrantStanding, Tone> = { standing: "good", coming: "due", ended: "neutral", revoked: "neutral" }

/** Who holds which role where, from when until when. */
export default async function AccessPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams]
  if (!mayReadAccess(actor).allowed) notFound()
  const rows = await shownRows(query)
  const filter = accessFilterSchema.catch(accessFilterSchema.parse({})).parse(query)
  const page = await accessMatrix(actor, { ...filter, limit: rows })
  const borrowed = await borrowedNow(asAccessReader(actor), filter.unit)
  const [t, words, locale] = [await getTranslations("duties"), await getTranslations("common.roles"), await getLocale()]
  const units = (asAccessReader(actor).units ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  const unitOf = new Map(units.map(({ value, label }) => [value, label]))
  const address = { path: "/duties", query }
  return (
    <Drawn>
      <AccessHead current="matrix" />
      <Filters address={address}>
        <Field name="q" label={t("search")}><Input type="search" /></Field>
        <Field name="unit" label={t("unit")}><Select none={t("any")} options={units} /></Field>
        <Field name="role" label={t("role")}><Select none={t("any")} options={roles.map((value) => ({ value, label: words(value) }))} /></Field>
        <Field name="past" label={t("show")}><Select none={t("standing")} options={[{ value: "yes", label: t("past") }]} /></Field>
      </Filters>
      <Table
        caption={t("tabs.matrix")}
        captionHidden
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
        columns={[
          { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ unitId, personId, name }) => <Link href={`/units/${unitId}/people/${personId}`}>{textIn(locale, name)}</Link> },
          { key: "unit", header: t("unit"), className: "min-w-32", cell: ({ unitId }) => unitOf.get(unitId) },
          { key: "role", header: t("role"), className: "whitespace-nowrap", cell: ({ role }) => (words.has(role) ? words(role) : role) },
          { key: "from", header: t("from"), cell: ({ from }) => <DateText day={from} form="short" /> },
          { key: "to", header: t("to"), cell: ({ to }) => to && <DateText day={to} form="short" /> },
          { key: "state", header: t("state"), cell: (row) => <Status tone={tones[grantStanding(row, page.day)]}>{t(grantStanding(row, page.day))}</Status> },
          { key: "points", header: t("points"), align: "end", cell: ({ points }) => points || null },
          { key: "granter", header: t("granter"), className: "whitespace-nowrap", cell: ({ granter }) => granter && textIn(locale, granter) },
          { key: "account", header: t("account"), cell: ({ active }) => t(active ? "open" : "closed") },
        ]}
      />
      <Pager address={address} shown={page.items.length} next={page.next} rows={rows} />
      <BorrowedTesters borrowed={borrowed} />
    </Drawn>
  )
}
