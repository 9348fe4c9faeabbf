import { storeBytes } from "@/lib/platform/storage"
import { writeWorkbook } from "@/lib/platform/workbook/write"
import { photo } from "./photo"

export type Paper = { name: string; size: number; sha256: string; mime: string }

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** A small real workbook for a record: what was checked against what, and by whom. */
export async function sheetPaper(title: string, rows: [string, string][]): Promise<Paper> {
  const bytes = await writeWorkbook([{ name: "记录", columns: [{ heading: "项目", width: 28 }, { heading: "内容", width: 60 }], rows }])
  return keep(`${title}.xlsx`, workbookType, bytes)
}

/** A small real picture for a record. */
export async function photoPaper(title: string, mark: number): Promise<Paper> {
  return keep(`${title}.png`, "image/png", photo(mark))
}

async function keep(name: string, mime: string, bytes: Uint8Array): Promise<Paper> {
  const { sha256, size } = await storeBytes(bytes)
  return { name: name.replaceAll(/[\\/:*?"<>|]/g, "·"), size, sha256, mime }
}
