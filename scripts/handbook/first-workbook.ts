import { writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import type { HandbookContent } from "../../lib/handbook/schema/content"
import { writeHandbook } from "../../lib/handbook/workbook/write"
import { readCatalogue } from "./catalogue"

/** Where the workbook is kept that a new installation begins with; made by this script from the catalogue. */
export const firstWorkbook = path.join("prisma", "handbook", "first-workbook.xlsx")

export async function buildFirstWorkbook(root: string, content: HandbookContent = readCatalogue(root)): Promise<Uint8Array> {
  return writeHandbook(content, "zh-CN")
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(firstWorkbook, await buildFirstWorkbook(process.cwd()))
}
