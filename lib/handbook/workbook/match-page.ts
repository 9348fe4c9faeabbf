import { comparable } from "@/lib/platform/workbook/cells"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import { sameAsOwner, tablePlace, type Mapping, type MatchedColumn, type MatchedList, type TablePlace } from "@/lib/handbook/schema/mapping"
import { pointColumns } from "./columns"
import { foreignWorkbook, isSame, keptFor, likelyPlace } from "./foreign"
import { fields, listOf, nodeFields } from "./foreign-fields"
import { tableAt, type ForeignColumn, type ForeignTable } from "./foreign-table"
import { lacking, valuesToMatch } from "./foreign-values"
import { fieldOfHeading } from "./guess"
import { fixedValues } from "./offered"
import { headings, valueName } from "./vocabulary"

type Query = Record<string, string | string[] | undefined>
export type Named = { value: string; label: string }
/** A field that may have one content for all rows that lack it; with `options` it is chosen, not written. */
export type FixedField = { field: string; label: string; count: number | null; options: Named[] | null; value: string }

/** All that the page needs on which a workbook is matched with ours; null for who may not see it. */
export async function matchPage(actor: Actor, { id, query, locale }: { id: string; query: Query; locale: Locale }) {
  const upload = await foreignWorkbook(actor, id)
  if (!upload) return null
  const fitting = keptFor(upload.kept, upload.sheets)
  const asked = upload.kept.find((one) => one.id === query.matching)
  const chosen = asked ?? (query.matching === undefined && upload.mapping === null ? fitting?.kept : undefined)
  const known: Mapping | null = chosen?.mapping ?? (query.matching === undefined ? upload.mapping : null)
  const given = tablePlace.safeParse({ sheets: [query.sheet ?? []].flat(), row: Number(query.row) })
  const place = given.success ? given.data : standing(known, upload.sheets.map(({ name }) => name)) ?? fitting?.place ?? likelyPlace(upload.sheets)
  const table = tableAt(upload.sheets, place)
  const columns = table.columns.map((column) => ({ ...column, field: "" }))
  const chosenFields = query.step === "values" ? columns.map(({ column }) => String(query[`c${column}`] ?? "")) : fieldsOf(table.columns, known)
  const matched = columns.map((column, index) => ({ ...column, field: chosenFields[index] ?? "" }))
  return {
    upload: { id, name: upload.name, confirmed: upload.confirmedAt !== null, wasMatched: upload.mapping !== null, companyId: upload.company.id },
    base: upload.base && upload.base.number, place, columns: matched, rows: table.rows.length, known,
    sheets: upload.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    kept: upload.kept.map((one) => ({ id: one.id, name: one.name, same: isSame(one, table) })), chosen: chosen && { id: chosen.id, name: chosen.name },
    fields: groupsOf(locale), ...valuesOf(table, matched, { known, base: upload.base?.content ?? null, locale, file: upload.name }),
  }
}
export type MatchPage = NonNullable<Awaited<ReturnType<typeof matchPage>>>

function standing(known: Mapping | null, names: readonly string[]): TablePlace | null {
  const sheets = known?.sheets.filter((name) => names.includes(name)) ?? []
  return known && sheets.length > 0 ? { sheets, row: known.row } : null
}

/** As matched before; else as the headings say, each field once. */
function fieldsOf(columns: readonly ForeignColumn[], known: Mapping | null): string[] {
  if (known) return columns.map(({ heading, nth }) => known.columns.find((one) => comparable(one.heading) === comparable(heading) && one.nth === nth)?.field ?? "")
  const taken = new Set<string>()
  return columns.map(({ heading }) => {
    const field = fieldOfHeading(heading) ?? ""
    if (taken.has(field)) return ""
    taken.add(field)
    return field
  })
}

function label(field: string, locale: Locale): string {
  return Object.entries(pointColumns).find(([key]) => key === field)?.[1].headings[locale] ?? field
}

function groupsOf(locale: Locale) {
  const named = (which: (field: (typeof fields)[number]) => boolean): Named[] => fields.filter(which).map(({ key }) => ({ value: key, label: label(key, locale) }))
  return { required: named(({ required }) => required), others: named(({ required, side }) => !required && side !== "en"), english: named(({ side }) => side === "en") }
}

type Given = { known: Mapping | null; base: HandbookContent | null; locale: Locale; file: string }

function valuesOf(table: ForeignTable, matched: readonly MatchedColumn[], { known, base, locale, file }: Given) {
  const used = matched.filter(({ field }) => field !== "")
  const lists = valuesToMatch(table, used, known?.values ?? {}, base).map(({ list, values }) => ({ list, values, options: optionsOf(list, base, locale) }))
  const isGuessed = (field: string) => (field === "provenance" ? "source" : field === "provenancePlace" ? file : field === "performingPositions" ? sameAsOwner : "")
  const lack = lacking(table, used).map(({ field, count }): FixedField => {
    const offer = listOf(field)
    return { field, count, label: label(field, locale), options: offer && optionsOf(offer.list, base, locale), value: known?.fixed[field] ?? isGuessed(field) }
  })
  const ofNodes = nodeFields.map((field): FixedField => ({
    field, count: null, options: field === "nodeKinds" ? optionsOf("unitKinds", base, locale) : null, value: known?.fixed[field] ?? "",
    label: headings(field === "nodeObjective" ? "objective" : field === "nodeKinds" ? "kinds" : "kindsReason")[locale],
  }))
  return { lists, lack, ofNodes, english: englishMissing(used, locale) }
}

function optionsOf(list: MatchedList, base: HandbookContent | null, locale: Locale): Named[] {
  const titled = ({ code, title }: { code: string; title: { zh: string; en: string | null } }, withCode: boolean) => {
    const name = (locale === "en" ? title.en : null) ?? title.zh
    return { value: code, label: withCode ? `${code} ${name}` : name }
  }
  if (list === "nodes") return (base?.chapters ?? []).map(({ node }) => titled(node, true))
  if (list === "departments" || list === "positions") return (base?.[list] ?? []).map((one) => titled(one, false))
  return (fixedValues.find(([group]) => group === list)?.[1] ?? []).map((value) => ({ value, label: valueName(list, value, locale) }))
}

/** The Chinese fields that are there, whose English is not. */
function englishMissing(matched: readonly MatchedColumn[], locale: Locale): string[] {
  const there = new Set(matched.map(({ field }) => field))
  return fields.filter(({ key, side }) => side === "zh" && there.has(key) && !there.has(key.replace(/Zh$/, "En"))).map(({ key }) => label(key, locale))
}
