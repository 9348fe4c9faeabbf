import path from "node:path"
import ExcelJS from "exceljs"
import { readWorkbook } from "../../../lib/platform/workbook/read"

export const firstWorkbook = path.resolve(import.meta.dirname, "../../../prisma/handbook/first-workbook.xlsx")

/** A workbook to upload, as a file that a browser would choose. */
export type Upload = { name: string; mimeType: string; buffer: Buffer }

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The first workbook, edited as a person would in Excel; of `only` one element or process where that is enough. */
export async function workbookWith(name: string, edit: (points: ExcelJS.Worksheet) => void, only?: string): Promise<Upload> {
  const reading = await readWorkbook(firstWorkbook)
  if (!reading.ok) throw new Error(reading.problem.code)
  const book = new ExcelJS.Workbook()
  // Laid out anew: for ExcelJS a drop-down is a million cells, and to read and write them takes it half a minute.
  for (const sheet of reading.sheets) {
    const copy = book.addWorksheet(sheet.name)
    const rows = sheet.rows.filter(({ cells: [first] }, index) => index === 0 || only === undefined || !isCode(first?.value) || isWithin(first.value, only))
    for (const { cells } of rows) {
      const values = new Map(cells.map(({ column, value }) => [column, value]))
      copy.addRow(Array.from({ length: Math.max(...values.keys()) }, (_, index) => values.get(index + 1) ?? null))
    }
  }
  const points = book.getWorksheet("关键控制点")
  if (!points) throw new Error("the first workbook has no sheet of points")
  edit(points)
  return { name, mimeType: workbookType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && /^\d+(\.\d+)+$/.test(value)
}

function isWithin(code: string, node: string): boolean {
  return code === node || code.startsWith(`${node}.`)
}

/** The cell of a point under a heading. */
export function cellOf(points: ExcelJS.Worksheet, code: string, heading: string): ExcelJS.Cell {
  let [row, column] = [0, 0]
  points.getRow(1).eachCell((cell, at) => { if (cell.text === heading) column = at })
  points.getColumn(1).eachCell((cell, at) => { if (cell.text === code) row = at })
  if (row === 0 || column === 0) throw new Error(`no cell for ${code} under ${heading}`)
  return points.getCell(row, column)
}
