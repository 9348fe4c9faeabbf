import { columnLetters, parseAddress } from "@/lib/platform/workbook/address"
import { comparable } from "@/lib/platform/workbook/cells"
import type { WorkbookProblem } from "@/lib/platform/workbook/problem"
import type { Cell, Row, Sheet } from "@/lib/platform/workbook/sheet-reader"
import type { TablePlace } from "@/lib/handbook/schema/mapping"

export type ForeignColumn = { column: number; letters: string; heading: string; /** Which one of those that are called so. */ nth: number; samples: string[] }
export type ForeignRow = { sheet: string; number: number; cells: ReadonlyMap<number, Cell> }
/** A table that somebody else shaped. `problems` are those of cells within it. */
export type ForeignTable = { columns: ForeignColumn[]; rows: ForeignRow[]; problems: WorkbookProblem[] }

const samples = 3

/** The table at a place: the headings of the first of its sheets, and the rows below of all of them. */
export function tableAt(sheets: readonly Sheet[], { sheets: names, row }: TablePlace): ForeignTable {
  const chosen = sheets.filter(({ name }) => names.includes(name))
  const bodies = chosen.map((sheet) => ({ sheet, rows: sheet.rows.filter(({ number, cells }) => number > row && cells.some(holds)) }))
  const heads = chosen[0]?.rows.find(({ number }) => number === row)?.cells ?? []
  const rows = bodies.flatMap(({ sheet, rows: all }) => all.map(({ number, cells }) => ({ sheet: sheet.name, number, cells: new Map(cells.map((cell) => [cell.column, cell])) })))
  const columns = columnsOf(heads, rows)
  const within = new Set(columns.map(({ column }) => column))
  return { columns, rows, problems: chosen.flatMap(({ problems }) => problems.filter(({ cell }) => isWithin(cell, row, within))) }
}

function columnsOf(heads: readonly Cell[], rows: readonly ForeignRow[]): ForeignColumn[] {
  const said = new Map(heads.filter(holds).map((cell) => [cell.column, textOf(cell)]))
  const filled = new Set(rows.flatMap(({ cells }) => [...cells.values()].filter(holds).map(({ column }) => column)))
  const seen = new Map<string, number>()
  return [...new Set([...said.keys(), ...filled])].toSorted((one, other) => one - other).map((column) => {
    const heading = said.get(column) ?? ""
    const nth = seen.get(comparable(heading)) ?? 0
    seen.set(comparable(heading), nth + 1)
    const found = new Set<string>()
    for (const { cells } of rows) {
      const cell = cells.get(column)
      if (cell && holds(cell)) found.add(textOf(cell))
      if (found.size >= samples) break
    }
    return { column, letters: columnLetters(column), heading, nth, samples: [...found] }
  })
}

/** Whether a cell, or some of a range, lies below the headings and in a column of the table. */
function isWithin(address: string | undefined, head: number, columns: ReadonlySet<number>): boolean {
  const [from = "", to = from] = (address ?? "").split(":")
  const [first, last] = [parseAddress(from), parseAddress(to)]
  if (!first || !last) return true
  return last.row > head && [...columns].some((column) => column >= first.column && column <= last.column)
}

/** A cell as words; a time as its day. */
export function textOf({ value }: Cell): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "").trim()
}

export function holds(cell: Cell): boolean {
  return cell.faulty || textOf(cell) !== ""
}

/** The row that most likely holds the headings: the first of those with the most texts of few words near the top. */
export function likelyHead(rows: readonly Row[], known: (heading: string) => boolean): number {
  const scored = rows.slice(0, 15).map(({ number, cells }) => {
    const words = cells.filter((cell) => typeof cell.value === "string" && textOf(cell) !== "" && textOf(cell).length <= 40).map(textOf)
    return { number, score: words.length + 10 * words.filter(known).length }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best), { number: rows[0]?.number ?? 1, score: 0 }).number
}
