import { writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import type { HandbookContent } from "../../lib/handbook/schema/content"
import { writeHandbook } from "../../lib/handbook/workbook/write"
import { readArchived } from "./archived"
import { readCatalogue } from "./catalogue"

/** Where the workbook is kept that a new installation begins with; made by this script from the catalogue. */
export const firstWorkbook = path.join("prisma", "handbook", "first-workbook.xlsx")
/** The edition before it, for the demonstration's archive; made by this script too. */
export const archivedWorkbook = path.join("prisma", "demo", "first-edition.xlsx")

export async function buildFirstWorkbook(root: string, content: HandbookContent = readCatalogue(root)): Promise<Uint8Array> {
  return writeHandbook(content, "zh-CN")
}

export async function buildArchivedWorkbook(root: string): Promise<Uint8Array> {
  return writeHandbook(readArchived(root, readCatalogue(root)), "zh-CN")
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(firstWorkbook, await buildFirstWorkbook(process.cwd()))
  writeFileSync(archivedWorkbook, await buildArchivedWorkbook(process.cwd()))
}
