import { createReadStream } from "node:fs"
import path from "node:path"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Refusal, Result } from "@/lib/platform/refusal"
import { stage, TooLarge, type Staged as StagedFile } from "@/lib/platform/storage"
import { readWorkbook, type WorkbookReading } from "@/lib/platform/workbook/read"
import type { CellValue, Sheet } from "@/lib/platform/workbook/sheet-reader"
import { stageImport, type Staged } from "@/lib/handbook/commands/import"
import { readHandbook } from "./read"
import { isOurs } from "./sheets"

const megabyte = 1024 * 1024
/** The largest workbook taken, in bytes. */
export const workbookLimit = 20 * megabyte
// A handbook has some 700 points; a sheet of more rows than this is something else.
const rows = 5_000
const tooLarge: Refusal = { code: "too-large", message: "workbook.too-large", params: { megabytes: workbookLimit / megabyte } }

export type Upload = { file: StagedFile & { name: string }; draft?: string; locale?: Locale }

/** The sheets of a workbook of this machine, or why it cannot be read. */
export async function readSheets(place: string): Promise<WorkbookReading> {
  const reading = await readWorkbook(place, { size: workbookLimit, rows })
  return reading.ok ? { ...reading, sheets: reading.sheets.map(storable) } : reading
}

/**
 * An uploaded workbook as a preview that waits to be confirmed; the file is kept only then. One that cannot be read at all is
 * refused, its message `workbook.<code>`; problems within it stand in the preview at their cells (domain.md § 1). One that somebody
 * else shaped waits for its columns to be matched by hand.
 */
export async function importWorkbook(actor: Actor, { file, draft, locale }: Upload): Promise<Result<Staged & { foreign: boolean }>> {
  const reading = await readSheets(await file.written())
  if (!reading.ok) {
    const { code, params } = reading.problem
    return { ok: false, refusal: { code: /^too-(large|many)/.test(code) ? "too-large" : "unsupported-type", message: `workbook.${code}`, params } }
  }
  const foreign = !isOurs(reading.sheets)
  const { content, problems } = foreign ? { content: null, problems: [{ message: "handbook.problems.foreign", params: {} }] } : readHandbook(reading.sheets, locale ?? actor.language)
  const { name, sha256, size, keep } = file
  const staged = await stageImport(actor, { name, sha256, size, keep, draft, content, problems })
  return staged.ok ? { ok: true, value: { ...staged.value, foreign } } : staged
}

/** Without what PostgreSQL's texts cannot hold: NUL and halves of a character. */
function storable(sheet: Sheet): Sheet {
  const plain = (value: CellValue) => (typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value)
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, value: plain(cell.value) })) })) }
}

/** The same from a file of this machine: for the command line, the first handbook and tests. */
export async function importFile(actor: Actor, place: string, more: { draft?: string } = {}): Promise<Result<Staged & { foreign: boolean }>> {
  const file = await stage(createReadStream(place), workbookLimit).catch((error: unknown) => {
    if (error instanceof TooLarge) return null
    throw error
  })
  if (!file) return { ok: false, refusal: tooLarge }
  try {
    return await importWorkbook(actor, { file: { ...file, name: path.basename(place) }, ...more })
  } finally {
    await file.discard()
  }
}
