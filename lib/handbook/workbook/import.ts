import { createReadStream } from "node:fs"
import path from "node:path"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Result } from "@/lib/platform/refusal"
import { pathOf, store, TooLarge, type Stored } from "@/lib/platform/storage"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { stageImport, type Staged } from "@/lib/handbook/commands/import"
import { readHandbook } from "./read"

/** The largest workbook taken, in bytes. */
export const workbookLimit = 20 * 1024 * 1024

export type Upload = { file: { name: string } & Pick<Stored, "sha256" | "size">; draft?: string; locale?: Locale }

/**
 * An uploaded workbook, already stored, as a preview that waits to be confirmed. A file that cannot be read at all is
 * refused, its message `workbook.<code>`; problems within it stand in the preview at their cells (domain.md § 1).
 */
export async function importWorkbook(actor: Actor, { file, draft, locale }: Upload): Promise<Result<Staged>> {
  const reading = await readWorkbook(pathOf(file.sha256), { size: workbookLimit })
  if (!reading.ok) {
    const { code, params } = reading.problem
    return { ok: false, refusal: { code: /^too-(large|many)/.test(code) ? "too-large" : "unsupported-type", message: `workbook.${code}`, params } }
  }
  const { content, problems } = readHandbook(reading.sheets, locale ?? actor.language)
  return stageImport(actor, { ...file, draft, content, problems })
}

/** The same from a file of this machine: for the command line, the first handbook and tests. */
export async function importFile(actor: Actor, place: string, more: { draft?: string } = {}): Promise<Result<Staged>> {
  try {
    const { sha256, size } = await store(createReadStream(place), workbookLimit)
    return await importWorkbook(actor, { file: { name: path.basename(place), sha256, size }, ...more })
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return { ok: false, refusal: { code: "too-large", message: "workbook.too-large", params: { megabytes: workbookLimit / 1024 / 1024 } } }
  }
}
