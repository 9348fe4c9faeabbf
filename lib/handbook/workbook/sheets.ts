import { comparable } from "@/lib/platform/workbook/cells"
import type { Sheet } from "@/lib/platform/workbook/sheet-reader"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import { at } from "./problem"
import { sheetName, type SheetKey } from "./vocabulary"

const keys = ["elements", "steps", "points", "positions", "about", "guide", "values"] as const
const locales = ["zh-CN", "zh-TW", "en"] as const
const optional: readonly SheetKey[] = ["steps", "about", "guide", "values"]

const byName = new Map(keys.flatMap((key) => [key, ...locales.map((one) => sheetName(key, one))].map((name) => [comparable(name), key] as const)))

/** Whether a workbook has the shape of a handbook's, complete or not: a sheet of elements, of steps, or of departments and positions under our name. */
export function isOurs(sheets: readonly Sheet[]): boolean {
  const found = new Set(sheets.map(({ name }) => byName.get(comparable(name))))
  return found.has("elements") || found.has("steps") || found.has("positions")
}

/** A handbook's sheets by what they hold, under their names in any language; what is missing, twice there or unknown is a problem. */
export function findSheets(sheets: readonly Sheet[], locale: Locale, problems: HandbookProblem[]): Map<SheetKey, Sheet> {
  const found = new Map<SheetKey, Sheet>()
  for (const sheet of sheets) {
    const key = byName.get(comparable(sheet.name))
    const before = key && found.get(key)
    if (key === undefined) at(sheet.name, problems)("unknown-sheet", undefined)
    else if (before) at(sheet.name, problems)("duplicate-sheet", undefined, { name: before.name })
    else found.set(key, sheet)
  }
  for (const key of keys.filter((one) => !found.has(one) && !optional.includes(one))) {
    at(sheetName(key, locale), problems)("missing-sheet", undefined, { name: sheetName(key, locale) })
  }
  return found
}
