import path from "node:path"
import ExcelJS from "exceljs"

export const firstWorkbook = path.resolve(import.meta.dirname, "../../../prisma/handbook/first-workbook.xlsx")

/** A workbook to upload, as a file that a browser would choose. */
export type Upload = { name: string; mimeType: string; buffer: Buffer }

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The first workbook, edited as a person would in Excel. */
export async function workbookWith(name: string, edit: (points: ExcelJS.Worksheet) => void): Promise<Upload> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(firstWorkbook)
  const points = book.getWorksheet("关键控制点")
  if (!points) throw new Error("the first workbook has no sheet of points")
  edit(points)
  return { name, mimeType: workbookType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

/** The cell of a point under a heading. */
export function cellOf(points: ExcelJS.Worksheet, code: string, heading: string): ExcelJS.Cell {
  let [row, column] = [0, 0]
  points.getRow(1).eachCell((cell, at) => { if (cell.text === heading) column = at })
  points.getColumn(1).eachCell((cell, at) => { if (cell.text === code) row = at })
  if (row === 0 || column === 0) throw new Error(`no cell for ${code} under ${heading}`)
  return points.getCell(row, column)
}
