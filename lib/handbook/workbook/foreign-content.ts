import { columnLetters } from "@/lib/platform/workbook/address"
import type { CellValue, Sheet } from "@/lib/platform/workbook/sheet-reader"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Mapping } from "@/lib/handbook/schema/mapping"
import { elementColumns, pointColumns, positionColumns, stepColumns } from "./columns"
import { placesFrom, type Places } from "./foreign-places"
import { asItself, pointFromRow, type OwnRow } from "./foreign-points"
import { locate } from "./foreign-problems"
import type { ForeignTable } from "./foreign-table"
import { columnsByField } from "./foreign-values"
import { ofWorkbook } from "./problem"
import { readHandbook, type HandbookReading } from "./read"
import { elementCells, pointCells, stepCells } from "./rows"
import { sheetName, type SheetKey } from "./vocabulary"

type Columns = Readonly<Record<string, { headings: Record<Locale, string> }>>
type Given = { base: HandbookContent | null; locale: Locale }

/**
 * What a table that somebody else shaped would make of the handbook, by a matching of its columns: laid out as our own sheets and
 * read by the same rules, each problem led back to the cell that it came from (domain.md § 1).
 */
export function contentFrom(table: ForeignTable, mapping: Mapping, { base, locale }: Given): HandbookReading {
  const columns = columnsByField(table, mapping.columns)
  const places = placesFrom(base, mapping)
  const given = table.rows.map((row) => pointFromRow(row, { mapping, columns, places, base }))
  const points = pointRows(given, base, mapping)
  const sheets = [
    { key: "elements", columns: elementColumns, rows: nodeRows(places, base, mapping, points) }, { key: "steps", columns: stepColumns, rows: stepRows(places, base, points, mapping) },
    { key: "points", columns: pointColumns, rows: points }, { key: "positions", columns: positionColumns, rows: placeRows(places) },
  ] as const
  const own = readHandbook(sheets.map((sheet) => layOut(sheet.key, sheet.columns, sheet.rows)), locale)
  const within = new Set([...columns.values()].flat().map(({ letters }) => letters))
  const problems = [
    ...table.problems.filter(({ cell }) => within.has(/^[A-Z]+/.exec(cell ?? "")?.[0] ?? "")).map(ofWorkbook),
    ...locate(own.problems, { sheets, mapping, locale }),
  ]
  const title = mapping.fixed.handbookTitle ? { zh: mapping.fixed.handbookTitle, en: null } : null
  return problems.length > 0 || !own.content ? { content: null, problems } : { content: { ...own.content, title }, problems }
}

const rowOf = (code: string, cells: Record<string, CellValue>): OwnRow => ({ code, cells, faulty: new Set(), origin: null })

function pointRows(given: readonly OwnRow[], base: HandbookContent | null, { rest }: Mapping): OwnRow[] {
  const standing = (base?.chapters ?? []).flatMap(({ node, points }) => points.map((point) => rowOf(point.code, pointCells(point, node.code, asItself))))
  const theirs = new Map(given.toReversed().map((row) => [row.code, row]))
  const codes = new Set(standing.map(({ code }) => code))
  const placed = standing.flatMap((row) => theirs.get(row.code) ?? (rest === "keep" ? [row] : []))
  // The second of two rows with one code is kept, so that the reader finds it.
  for (const row of given.filter((one) => !codes.has(one.code) || theirs.get(one.code) !== one)) {
    const at = placed.findIndex(({ code }) => code.localeCompare(row.code, "en", { numeric: true }) > 0)
    placed.splice(at < 0 ? placed.length : at, 0, row)
  }
  return placed
}

function nodeRows(places: Places, base: HandbookContent | null, { fixed, rest }: Mapping, points: readonly OwnRow[]): OwnRow[] {
  const named = new Set(points.map(({ cells }) => cells.node))
  const standing = (base?.chapters ?? []).filter(({ node }) => rest === "keep" || named.has(node.code)).map(({ node }) => rowOf(node.code, elementCells(node, asItself)))
  const fresh = places.nodes.map(({ code, kind, title }) => rowOf(code, { code, kind, titleZh: title, objectiveZh: fixed.nodeObjective || null, kinds: fixed.nodeKinds || null, kindsReasonZh: fixed.nodeKindsReason || null }))
  return [...standing, ...fresh]
}

function stepRows(places: Places, base: HandbookContent | null, points: readonly OwnRow[], { rest }: Mapping): OwnRow[] {
  const named = new Set(points.map(({ cells }) => cells.node))
  const standing = (base?.chapters ?? []).filter(({ node }) => rest === "keep" || named.has(node.code)).flatMap(({ node, steps }) => steps.map((step) => rowOf(step.code, stepCells(step, node.code, asItself))))
  return [...standing, ...places.steps.map(({ code, node, title, department }) => rowOf(code, { code, node, titleZh: title, department: department || null }))]
}

function placeRows({ departments, positions }: Places): OwnRow[] {
  return [
    ...departments.map(({ code, title }) => rowOf(code, { type: "department", code, titleZh: title.zh, titleEn: title.en })),
    ...positions.map(({ code, title, department }) => rowOf(code, { type: "position", code, titleZh: title.zh, titleEn: title.en, parent: department })),
  ]
}

/** Our sheet of these rows: the headings in row 1, the first of the rows in row 2. */
function layOut(key: SheetKey, columns: Columns, rows: readonly OwnRow[]): Sheet {
  const keys = Object.keys(columns)
  const cell = (value: CellValue, column: number, row: number, faulty = false) => ({ address: `${columnLetters(column)}${row}`, column, value, faulty })
  const head = { number: 1, cells: Object.values(columns).map(({ headings }, index) => cell(headings["zh-CN"], index + 1, 1)) }
  const body = rows.map(({ cells, faulty }, index) => ({
    number: index + 2,
    cells: keys.flatMap((name, at) => {
      const value = cells[name] ?? null
      return faulty.has(name) ? [cell(null, at + 1, index + 2, true)] : value === null || value === "" ? [] : [cell(value, at + 1, index + 2)]
    }),
  }))
  return { name: sheetName(key, "zh-CN"), rows: [head, ...body], problems: [] }
}
