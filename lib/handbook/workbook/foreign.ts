import { comparable } from "@/lib/platform/workbook/cells"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Refusal, Result } from "@/lib/platform/refusal"
import { openStored, pathOf } from "@/lib/platform/storage"
import type { Sheet } from "@/lib/platform/workbook/sheet-reader"
import { previewMatched } from "@/lib/handbook/commands/match"
import { importToMatch, type ImportToMatch, type KeptMapping } from "@/lib/handbook/queries/mappings"
import type { Mapping, TablePlace } from "@/lib/handbook/schema/mapping"
import { contentFrom } from "./foreign-content"
import { likelyHead, tableAt, type ForeignTable } from "./foreign-table"
import { fieldOfHeading } from "./guess"
import { readSheets } from "./import"

export type ForeignWorkbook = ImportToMatch & { sheets: Sheet[] }

const gone: Refusal = { code: "not-found", message: "mapping.refusals.gone" }

/** An upload with the sheets of its file, to be matched by hand; null for who may not see it or where the file is no longer here. */
export async function foreignWorkbook(actor: Actor, id: string): Promise<ForeignWorkbook | null> {
  const staged = await importToMatch(actor, id)
  if (!staged || !(await openStored(staged.sha256))) return null
  const reading = await readSheets(pathOf(staged.sha256))
  return reading.ok ? { ...staged, sheets: reading.sheets } : null
}

/** Where the table probably lies: the sheet with the most rows, at the row that looks most like headings. */
export function likelyPlace(sheets: readonly Sheet[]): TablePlace {
  const largest = sheets.reduce<Sheet | undefined>((best, sheet) => (sheet.rows.length > (best?.rows.length ?? 0) ? sheet : best), undefined)
  return { sheets: largest ? [largest.name] : [], row: largest ? likelyHead(largest.rows, (heading) => fieldOfHeading(heading) !== null) : 1 }
}

/** The kept matching whose headings stand in one of the workbook's sheets, and where. */
export function keptFor(kept: readonly KeptMapping[], sheets: readonly Sheet[]): { kept: KeptMapping; place: TablePlace } | null {
  for (const one of kept) {
    const found = sheets.find((sheet) => isSame(one, tableAt([sheet], { sheets: [sheet.name], row: one.mapping.row })))
    if (!found) continue
    const all = sheets.filter(({ name }) => one.mapping.sheets.includes(name)).map(({ name }) => name)
    return { kept: one, place: { sheets: all.includes(found.name) ? all : [found.name], row: one.mapping.row } }
  }
  return null
}

export function isSame({ headings }: Pick<KeptMapping, "headings">, table: ForeignTable): boolean {
  const own = headingsOf(table).map(comparable)
  return own.length === headings.length && headings.every((heading) => own.includes(comparable(heading)))
}

export function headingsOf({ columns }: ForeignTable): string[] {
  return columns.map(({ heading }) => heading)
}

/** Reads an upload by a matching and previews what it would change; `name`, unless empty, keeps the matching. */
export async function matchImport(actor: Actor, input: { id: string; mapping: Mapping; name: string }, locale: Locale): Promise<Result<{ id: string; problems: number }>> {
  const upload = await foreignWorkbook(actor, input.id)
  if (!upload) return { ok: false, refusal: gone }
  const fields = input.mapping.columns.map(({ field }) => field)
  if (!fields.includes("code") || !fields.includes("titleZh")) return { ok: false, refusal: { code: "invalid", message: "mapping.refusals.fieldMissing" } }
  const { base, sheets } = upload
  const table = tableAt(sheets, input.mapping)
  const read = contentFrom(table, input.mapping, { base: base?.content ?? null, locale })
  return previewMatched(actor, { ...input, ...read, headings: headingsOf(table), base: base && { id: base.id, version: base.version } })
}
