import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readHandbook } from "../../lib/handbook/workbook/read"
import { readWorkbook } from "../../lib/platform/workbook/read"
import { readCatalogue } from "./catalogue"
import { buildFirstWorkbook, firstWorkbook } from "./first-workbook"

const root = process.cwd()

test("the first workbook is the one that the catalogue gives (make it with scripts/handbook/first-workbook.ts)", async () => {
  expect(Buffer.from(await buildFirstWorkbook(root)).equals(readFileSync(firstWorkbook))).toBe(true)
})

test("read back, it is the catalogue", async () => {
  const reading = await readWorkbook(firstWorkbook)
  expect(reading.ok && readHandbook(reading.sheets, "zh-CN")).toEqual({ content: readCatalogue(root), problems: [] })
})
