import { Readable } from "node:stream"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Result } from "@/lib/platform/refusal"
import { stage } from "@/lib/platform/storage"
import { writeWorkbook } from "@/lib/platform/workbook/write"
import type { StagedUpload } from "@/lib/units/commands/imports"
import type { ImportKind } from "@/lib/units/schema"
import { importUnitWorkbook, workbookLimit } from "@/lib/units/workbook/import"
import { headings, sheetName, type SheetKey } from "@/lib/units/workbook/vocabulary"

type Row = Partial<Record<Parameters<typeof headings>[0], string>>
export type Sheets = Partial<Record<SheetKey, readonly Row[]>>

/** A workbook of some sheets; its headings in a language, in the order of the first row's keys. */
export async function aUnitWorkbook(sheets: Sheets, locale: Locale = "zh-CN"): Promise<Uint8Array> {
  return writeWorkbook(keysOf(sheets).map((sheet) => {
    const rows = sheets[sheet] ?? []
    const keys = [...new Set(rows.flatMap(columnsOf))]
    return { name: sheetName(sheet, locale), columns: keys.map((key) => ({ heading: headings(key)[locale] })), rows: rows.map((row) => keys.map((key) => row[key] ?? null)) }
  }))
}

/** Uploads a workbook into a preview. */
export async function uploaded(actor: Actor, target: { unitId: string; kind?: ImportKind; locale?: Locale }, bytes: Uint8Array, name = "organisation.xlsx"): Promise<Result<StagedUpload>> {
  const file = await stage(Readable.from([Buffer.from(bytes)]), workbookLimit)
  return importUnitWorkbook(actor, { file: { ...file, name }, unitId: target.unitId, kind: target.kind ?? "organisation", locale: target.locale ?? "zh-CN" })
}

function keysOf(sheets: Sheets): SheetKey[] {
  const all: SheetKey[] = ["units", "departments", "positions", "people", "holdings", "roles", "owners", "holidays"]
  return all.filter((key) => sheets[key])
}

function columnsOf(row: Row): Parameters<typeof headings>[0][] {
  const all: Parameters<typeof headings>[0][] = [
    "to", "from", "role", "position", "person", "department", "language", "number", "email", "head", "country", "parent", "nameEn", "nameZh", "kind", "code", "unit",
    "point", "title", "owner", "ownerName", "responsible", "performers", "since", "date", "last", "type", "name",
  ]
  return all.filter((key) => row[key] !== undefined)
}
