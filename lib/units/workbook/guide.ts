import type { Locale } from "@/lib/platform/i18n/locales"
import type { RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import type { TableColumns } from "@/lib/platform/workbook/table"
import { guideIn, sheetName, valueName, type Group, type SheetKey } from "./vocabulary"

/** What a column offers to choose from; `open` takes other values too. */
export type Offer = { list: string; group?: Group; open?: boolean }
export type Described = readonly (readonly [SheetKey, TableColumns])[]

/** The sheet that explains each column: what belongs there, whether it must, an example. Importing passes over it. */
export function guideSheet(locale: Locale, sheets: Described, offers: ReadonlyMap<string, Offer>): SheetToWrite {
  const guide = guideIn(locale)
  const { whats, heads, rules } = guide
  const rows = sheets.flatMap(([sheet, columns]) => Object.entries(columns).map(([key, column]): RowToWrite => [
    sheetName(sheet, locale), column.headings[locale], column.required ? guide.yes : column.mayBeAbsent ? guide.absent : guide.no,
    said(whats, sheet, key), exampleOf(locale, sheet, key, offers.get(key)),
  ]))
  const columns = [{ heading: heads.sheet, width: 16 }, { heading: heads.column, width: 20 }, { heading: heads.required, width: 18 }, { heading: heads.what, width: 60 }, { heading: heads.example, width: 36 }]
  return { name: sheetName("guide", locale), columns, rows: [...Object.values(rules).map((rule): RowToWrite => [null, null, null, rule, null]), ...rows] }
}

function exampleOf(locale: Locale, sheet: SheetKey, key: string, offer: Offer | undefined): string {
  const { examples, examplesEn } = guideIn(locale)
  const fixed: Record<Group, string> = { unitKinds: "coal", roles: "control-owner", languages: "zh-CN", holidayTypes: "holiday" }
  if (offer?.group) return valueName(offer.group, fixed[offer.group], locale)
  return said(key === "nameEn" ? examplesEn : examples, sheet, key)
}

/** A text that one sheet has to itself, or that all share. */
function said(texts: Record<string, string>, sheet: SheetKey, key: string): string {
  return texts[`${sheet}_${key}`] ?? texts[key] ?? ""
}
