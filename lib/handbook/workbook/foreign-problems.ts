import { parseAddress } from "@/lib/platform/workbook/address"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import type { Mapping } from "@/lib/handbook/schema/mapping"
import type { OwnRow } from "./foreign-points"
import { sheetName, type SheetKey } from "./vocabulary"

type Laid = { key: SheetKey; columns: Readonly<Record<string, { headings: Record<Locale, string> }>>; rows: readonly OwnRow[] }
type Around = { sheets: readonly Laid[]; mapping: Mapping; locale: Locale }

// A value of theirs that has no match: told once, at its first cell.
const unmatched = new Set(["workbook.not-a-choice", "handbook.problems.unknown-node", "handbook.problems.unknown-department", "handbook.problems.unknown-position"])

/** Problems of the sheets that we laid out, at the cells of theirs; a field that no column has, and a value without a match, is one problem, not one for each row. */
export function locate(problems: readonly HandbookProblem[], { sheets, mapping, locale }: Around): HandbookProblem[] {
  const absent = new Map<string, number>()
  const repeated = new Map<string, HandbookProblem>()
  const located = problems.flatMap((problem): HandbookProblem[] => {
    const laid = sheets.find(({ key }) => sheetName(key, "zh-CN") === problem.sheet)
    const place = laid && placeOf(laid, problem.cell ?? "")
    if (!laid || !place) return [problem]
    const letters = place.row?.origin?.letters.get(place.field)
    const heading = laid.columns[place.field]?.headings[locale] ?? place.field
    if (problem.message === "workbook.empty" && !letters) {
      const named = laid.key === "points" ? heading : `${sheetName(laid.key, locale)} · ${heading}`
      absent.set(named, (absent.get(named) ?? 0) + 1)
      return []
    }
    const { first } = problem.params
    const params = typeof first === "string" ? { ...problem.params, first: cellName(laid, first, sheets) } : problem.params
    const at = where(place.row, letters, laid, locale)
    if (!unmatched.has(problem.message) || !place.row?.origin) return [{ ...problem, ...at, params }]
    const key = `${place.field} ${params.value}`
    const before = repeated.get(key)
    if (before) before.params.count = Number(before.params.count) + 1
    else repeated.set(key, { message: "handbook.problems.unmatched", ...at, params: { field: heading, value: params.value ?? "", count: 1 } })
    return []
  })
  const head = { sheet: mapping.sheets[0], cell: `${mapping.row}:${mapping.row}` }
  return [...[...absent].map(([field, count]) => ({ message: "handbook.problems.unmapped", ...head, params: { field, count } })), ...repeated.values(), ...located]
}

function placeOf(laid: Laid, cell: string): { row: OwnRow | undefined; field: string } | null {
  const address = parseAddress(cell)
  const field = Object.keys(laid.columns)[(address?.column ?? 0) - 1]
  return address && field ? { row: laid.rows[address.row - 2], field } : null
}

/** The cell of their table; of what the handbook itself says, its code. */
function where(row: OwnRow | undefined, letters: string | undefined, laid: Laid, locale: Locale): { sheet: string; cell: string | undefined } {
  if (!row?.origin) return { sheet: sheetName(laid.key, locale), cell: row?.code }
  const { sheet, number } = row.origin
  return { sheet, cell: letters ? `${letters}${number}` : `${number}:${number}` }
}

/** Another cell that a problem speaks of, as a reader of their table finds it. */
function cellName(laid: Laid, named: string, sheets: readonly Laid[]): string {
  const [cell = "", sheet] = named.split("!").toReversed()
  const of = sheets.find(({ key }) => sheetName(key, "zh-CN") === sheet) ?? laid
  const place = placeOf(of, cell)
  const letters = place?.row?.origin?.letters.get(place.field)
  if (!place?.row?.origin) return place?.row?.code ?? named
  return `${place.row.origin.sheet}!${letters ?? ""}${place.row.origin.number}`
}
