import { comparable } from "@/lib/platform/workbook/cells"
import type { WorkbookProblem } from "@/lib/platform/workbook/problem"
import type { Sheet } from "@/lib/platform/workbook/sheet-reader"
import { readTable, type TableColumns, type TableRow } from "@/lib/platform/workbook/table"
import { locales, type Locale } from "@/lib/platform/i18n/locales"
import type { HolidaysContent, ImportProblem, OrganisationContent, OwnershipContent, SheetPlace } from "@/lib/units/schema"
import { departmentColumns, holdingColumns, holidayColumns, ownerColumns, peopleColumns, positionColumns, roleColumns, unitColumns } from "./columns"
import { sheetName, type SheetKey } from "./vocabulary"

export function ofWorkbook({ code, ...rest }: WorkbookProblem): ImportProblem {
  return { message: `workbook.${code}`, ...rest }
}

/** The sheets of a workbook by what they hold, under their names in any language; explanations and value lists are passed over. */
export function findSheets(sheets: readonly Sheet[], wanted: readonly SheetKey[], locale: Locale, problems: ImportProblem[]): Map<SheetKey, Sheet> {
  const keys: readonly SheetKey[] = [...wanted, "guide", "values"]
  const byName = new Map(keys.flatMap((key) => [key, ...locales.map((one) => sheetName(key, one))].map((name) => [comparable(name), key] as const)))
  const found = new Map<SheetKey, Sheet>()
  for (const sheet of sheets) {
    const key = byName.get(comparable(sheet.name))
    const before = key && found.get(key)
    if (key === undefined) problems.push({ message: "organisation.problems.unknown-sheet", sheet: sheet.name, params: {} })
    else if (before) problems.push({ message: "organisation.problems.duplicate-sheet", sheet: sheet.name, params: { name: before.name } })
    else found.set(key, sheet)
  }
  const [first] = wanted
  if (first && !wanted.some((key) => found.has(key))) problems.push({ message: "organisation.problems.no-sheet", params: { name: sheetName(first, locale) } })
  return found
}

/** One sheet's rows, and where its columns stand; a sheet that is not there has none. */
export function readRows<const Columns extends TableColumns>(sheet: Sheet | undefined, columns: Columns, locale: Locale, problems: ImportProblem[]): { rows: TableRow<Columns>[]; place: SheetPlace | null } {
  if (!sheet || sheet.rows.length === 0) return { rows: [], place: null }
  const reading = readTable(sheet, columns, locale)
  problems.push(...reading.problems.map(ofWorkbook))
  const [first] = reading.rows
  const letters = Object.fromEntries(Object.entries<string>(first?.cells ?? {}).map(([key, cell]) => [key, cell.replace(/\d+$/, "")]))
  return { rows: reading.rows, place: { name: sheet.name, letters } }
}

/** What an organisation's workbook says; null with every problem at its cell if a cell cannot be read. */
export function readOrganisation(sheets: readonly Sheet[], locale: Locale): { content: OrganisationContent | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const found = findSheets(sheets, ["units", "departments", "positions", "people", "holdings", "roles"], locale, problems)
  const places: Record<string, SheetPlace> = {}
  const rows = <const Columns extends TableColumns>(key: SheetKey, columns: Columns) => {
    const read = readRows(found.get(key), columns, locale, problems)
    if (read.place) places[key] = read.place
    return read.rows.map(({ number, values }) => ({ row: number, ...values }))
  }
  const content = {
    sheets: places, units: rows("units", unitColumns), departments: rows("departments", departmentColumns), positions: rows("positions", positionColumns),
    people: rows("people", peopleColumns), holdings: rows("holdings", holdingColumns), roles: rows("roles", roleColumns),
  }
  return { content: problems.length > 0 ? null : content, problems }
}

/** What a matrix of owners says. */
export function readOwners(sheets: readonly Sheet[], locale: Locale): { content: OwnershipContent | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const { rows, place } = readRows(findSheets(sheets, ["owners"], locale, problems).get("owners"), ownerColumns, locale, problems)
  const owners = rows.map(({ number, values: { unit, point, owner, performers, from } }) => ({ row: number, unit, code: point, owner, performers, from }))
  const sheetOf = place && { ...place, letters: { ...place.letters, code: place.letters.point ?? "A" } }
  return { content: problems.length > 0 ? null : { sheets: sheetOf ? { owners: sheetOf } : {}, owners }, problems }
}

/** What a sheet of holidays says. */
export function readHolidays(sheets: readonly Sheet[], locale: Locale): { content: HolidaysContent | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const { rows, place } = readRows(findSheets(sheets, ["holidays"], locale, problems).get("holidays"), holidayColumns, locale, problems)
  const holidays = rows.map(({ number, values }) => ({ row: number, ...values }))
  return { content: problems.length > 0 ? null : { sheets: place ? { holidays: place } : {}, holidays }, problems }
}
