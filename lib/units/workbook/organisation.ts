import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { mayKeepUnit } from "@/lib/units/policy"
import { organisationOf, within, type Organisation } from "@/lib/units/queries/organisation"
import { grantable, languages, unitKinds } from "@/lib/units/schema"
import { organisationSheets } from "./columns"
import type { Described, Offer } from "./guide"
import { valueName, type SheetKey } from "./vocabulary"
import { writeSheets, type Cells } from "./write"

const sheets: Described = [
  ["units", organisationSheets.units], ["departments", organisationSheets.departments], ["positions", organisationSheets.positions],
  ["people", organisationSheets.people], ["holdings", organisationSheets.holdings], ["roles", organisationSheets.roles],
]
const offers: ReadonlyMap<string, Offer> = new Map<string, Offer>([
  ["kind", { list: "unitKinds", group: "unitKinds" }], ["role", { list: "roles", group: "roles" }], ["language", { list: "languages", group: "languages" }],
  ["unit", { list: "units", open: true }], ["parent", { list: "units", open: true }], ["department", { list: "departments", open: true }], ["position", { list: "positions", open: true }],
])

/** The organisation of a unit and those below it, or an empty workbook to fill in; null for who may not keep the unit. */
export async function exportOrganisation(actor: Actor, unitId: string, locale: Locale, template: boolean): Promise<Uint8Array | null> {
  const before = await organisationOf(actor)
  const units = within(before.units, unitId)
  if (units.length === 0 || !mayKeepUnit(actor, { unitId }).allowed) return null
  const codes = (rows: readonly { unitId: string; code: string }[]) => [...new Set(rows.filter((row) => units.some(({ id }) => id === row.unitId)).map(({ code }) => code))]
  return writeSheets(locale, sheets, template ? {} : cellsOf(before, units), offers, [
    { name: "unitKinds", values: unitKinds.map((kind) => valueName("unitKinds", kind, locale)) }, { name: "roles", values: grantable.map((role) => valueName("roles", role, locale)) },
    { name: "languages", values: languages.map((language) => valueName("languages", language, locale)) }, { name: "units", values: units.map(({ code }) => code) },
    { name: "departments", values: codes(before.departments) }, { name: "positions", values: codes(before.positions) },
  ])
}

function cellsOf(all: Organisation, units: Organisation["units"]): Partial<Record<SheetKey, Cells[]>> {
  const [unitCode, departmentCode, positionCode, address] = [codesOf(all.units), codesOf(all.departments), codesOf(all.positions), new Map(all.people.map(({ id, email }) => [id, email]))]
  const here = <Row extends { unitId: string }>(rows: readonly Row[]) => rows.filter((row) => units.some(({ id }) => id === row.unitId)).toSorted((one, other) => ((unitCode.get(one.unitId) ?? "") < (unitCode.get(other.unitId) ?? "") ? -1 : 1))
  const place = (row: { unitId: string }) => unitCode.get(row.unitId) ?? ""
  return {
    units: units.map((unit) => ({ code: unit.code, kind: unit.kind, nameZh: unit.nameZh, nameEn: unit.nameEn, parent: unitCode.get(unit.parentId ?? "") ?? null, country: unit.country, from: unit.from, to: unit.to })),
    departments: here(all.departments).map((row) => ({ unit: place(row), code: row.code, nameZh: row.nameZh, nameEn: row.nameEn, head: address.get(row.headPersonId ?? "") ?? null })),
    positions: here(all.positions).map((row) => ({ unit: place(row), code: row.code, department: departmentCode.get(row.departmentId) ?? "", nameZh: row.nameZh, nameEn: row.nameEn })),
    people: here(all.people.filter(({ active }) => active)).map((row) => ({
      unit: place(row), email: row.email, number: row.employeeNumber, nameZh: row.nameZh, nameEn: row.nameEn, language: row.language,
      department: departmentCode.get(row.departmentId ?? "") ?? null, position: null, from: row.from, to: row.to,
    })),
    holdings: here(all.holdings).flatMap((row) => (address.has(row.personId) ? [{ unit: place(row), person: address.get(row.personId) ?? "", position: positionCode.get(row.positionId) ?? "", from: row.from, to: row.to }] : [])),
    roles: here(all.grants).flatMap((row) => (address.has(row.personId) ? [{ unit: place(row), person: address.get(row.personId) ?? "", role: row.role, from: row.from, to: row.to }] : [])),
  }
}

function codesOf(rows: readonly { id: string; code: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, code }) => [id, code]))
}
