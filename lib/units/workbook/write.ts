import type { Locale } from "@/lib/platform/i18n/locales"
import type { ColumnToWrite, RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import type { TableColumns } from "@/lib/platform/workbook/table"
import { writeWorkbook } from "@/lib/platform/workbook/write"
import { guideSheet, type Described, type Offer } from "./guide"
import { sheetName, valueName, type SheetKey } from "./vocabulary"

/** A row's cells by the keys of its columns; many may stand in one cell, a line each. */
export type Cells = Record<string, string | null>
export type Lists = readonly { name: string; values: readonly string[] }[]

const wide: Record<string, number> = { email: 34, person: 34, head: 34, owner: 34, performers: 34, nameEn: 28, nameZh: 22, position: 30, title: 44, code: 26, department: 18 }
const days = ["from", "to", "date", "last"]

/** A workbook with explanations, drop-downs and rows; what was written is read again without a difference. */
export async function writeSheets(locale: Locale, sheets: Described, rows: Partial<Record<SheetKey, readonly Cells[]>>, offers: ReadonlyMap<string, Offer>, lists: Lists): Promise<Uint8Array> {
  const known = new Set(lists.map(({ name }) => name))
  const column = (key: string, heading: string): ColumnToWrite => {
    const offer = offers.get(key)
    const width = wide[key] ?? 16
    if (offer && known.has(offer.list)) return { heading, width, list: offer.list, open: offer.open }
    return { heading, width, kind: days.includes(key) ? "date" : "text" }
  }
  const named = (key: string, value: string | null) => {
    const group = offers.get(key)?.group
    return group && value ? valueName(group, value, locale) : days.includes(key) && value ? new Date(`${value}T00:00:00Z`) : value
  }
  const written = sheets.map(([sheet, columns]): SheetToWrite => ({
    name: sheetName(sheet, locale), frozenColumns: 1,
    columns: Object.entries(columns).map(([key, { headings }]) => column(key, headings[locale])),
    rows: (rows[sheet] ?? []).map((row): RowToWrite => keysOf(columns).map((key) => named(key, row[key] ?? null))),
  }))
  const values = lists.map((list) => ({ name: list.name, heading: list.name, values: list.values }))
  return writeWorkbook([guideSheet(locale, sheets, offers), ...written], { sheet: sheetName("values", locale), lists: values })
}

function keysOf(columns: TableColumns): string[] {
  return Object.keys(columns)
}
