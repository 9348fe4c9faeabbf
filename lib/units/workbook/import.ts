import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Result } from "@/lib/platform/refusal"
import type { Staged as StagedFile } from "@/lib/platform/storage"
import { readWorkbook } from "@/lib/platform/workbook/read"
import type { CellValue, Sheet } from "@/lib/platform/workbook/sheet-reader"
import { stageUnitImport, type StagedUpload } from "@/lib/units/commands/imports"
import type { ImportKind, ImportProblem } from "@/lib/units/schema"
import { readHolidays, readOrganisation, readOwners } from "./read"

const megabyte = 1024 * 1024
/** The largest workbook taken, in bytes. */
export const workbookLimit = 20 * megabyte
// Forty plants have some 20,000 applicable points; a sheet of more rows than this is something else.
const rows = 30_000

export type Upload = { file: StagedFile & { name: string }; unitId: string; kind: ImportKind; locale: Locale }
type Reader = (sheets: readonly Sheet[], locale: Locale) => { content: unknown; problems: ImportProblem[] }

const readers: Record<ImportKind, Reader> = { organisation: readOrganisation, ownership: readOwners, holidays: readHolidays }

/**
 * An uploaded workbook as a preview that waits to be confirmed; the file is kept only then. One that cannot be read at all is
 * refused, its message `workbook.<code>`; problems within it stand in the preview at their cells.
 */
export async function importUnitWorkbook(actor: Actor, { file, unitId, kind, locale }: Upload): Promise<Result<StagedUpload>> {
  const reading = await readWorkbook(await file.written(), { size: workbookLimit, rows })
  if (!reading.ok) {
    const { code, params } = reading.problem
    return { ok: false, refusal: { code: /^too-(large|many)/.test(code) ? "too-large" : "unsupported-type", message: `workbook.${code}`, params } }
  }
  const { content, problems } = readers[kind](reading.sheets.map(storable), locale)
  const { name, sha256, size, keep } = file
  return stageUnitImport(actor, { unitId, kind, name, sha256, size, keep, content, problems })
}

/** Without what PostgreSQL's texts cannot hold: NUL and halves of a character. */
function storable(sheet: Sheet): Sheet {
  const plain = (value: CellValue) => (typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value)
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, value: plain(cell.value) })) })) }
}
