import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { faultsOf } from "../../lib/handbook/rules/completeness"
import { readHandbook } from "../../lib/handbook/workbook/read"
import { readWorkbook } from "../../lib/platform/workbook/read"
import { readArchived } from "./archived"
import { readCatalogue } from "./catalogue"
import { archivedWorkbook, buildArchivedWorkbook, buildFirstWorkbook, firstWorkbook } from "./first-workbook"

const root = process.cwd()
const catalogue = readCatalogue(root)
const archived = readArchived(root, catalogue)

test("the workbooks are those that the catalogue gives (make them with scripts/handbook/first-workbook.ts)", async () => {
  expect(Buffer.from(await buildFirstWorkbook(root)).equals(readFileSync(firstWorkbook))).toBe(true)
  expect(Buffer.from(await buildArchivedWorkbook(root)).equals(readFileSync(archivedWorkbook))).toBe(true)
})

test.each([[firstWorkbook, catalogue], [archivedWorkbook, archived]])("%s, read back, is its content, and nothing keeps it from being published", async (place, content) => {
  const reading = await readWorkbook(place)
  expect(reading.ok && readHandbook(reading.sheets, "zh-CN")).toEqual({ content, problems: [] })
  expect(faultsOf(content)).toEqual([])
})

test("the archived edition has the eight elements and nine processes of source 01, of which the second edition kept all", () => {
  const kinds = archived.chapters.map(({ node }) => node.kind)
  expect([kinds.filter((kind) => kind === "soft-element").length, kinds.filter((kind) => kind === "process").length]).toEqual([8, 9])
  const codes = new Set(catalogue.chapters.map(({ node }) => node.code))
  expect(archived.chapters.every(({ node }) => codes.has(node.code))).toBe(true)
})
