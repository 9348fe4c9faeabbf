import ExcelJS from "exceljs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readWorkbook } from "@/lib/platform/workbook/read"
import type { Cell, Sheet } from "@/lib/platform/workbook/sheet-reader"
import { aChapter, aHandbook, aPoint } from "@/tests/builders/handbook"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import * as values from "@/lib/handbook/schema/values"
import { frequencies } from "@/lib/platform/periods"
import { readHandbook } from "./read"
import { writeHandbook } from "./write"

// Texts as people write them, and as nobody would; a cell is trimmed, and a line alone of "-" stands for a value without English.
const odd = fc.constantFrom("=1+1", "+86", "-1", "@sum", "'quoted'", "\"", "_x0041_", "<b>&amp;", "⚡️👷🏽‍♀️", "3.10", "TRUE", "电费复核。", "，、；", "\t", "·")
const piece = fc.oneof({ weight: 3, arbitrary: odd }, { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) }, fc.stringMatching(/^[a-z0-9“。电费复核][a-z 0-9]{0,12}$/))
const isPlain = (value: string) => value !== "" && !/^[-–—]$/.test(value) && !/[\0\r]/.test(value) && value.isWellFormed()
const line = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join("").replace(/[\n\r]/g, "").trim()).filter(isPlain)
const long = fc.integer({ min: 1000, max: 4000 }).map((length) => "每月核对电费并签字。".repeat(400).slice(0, length))
const word = fc.oneof({ weight: 8, arbitrary: line }, { weight: 4, arbitrary: fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => lines.join("\n")) }, long)
const text = fc.record({ zh: word, en: fc.option(word) })
const texts = fc.array(fc.record({ zh: line, en: fc.option(line) }), { maxLength: 3 })
const some = <const Value extends string>(list: readonly Value[]) => fc.shuffledSubarray([...list], { minLength: 1 })

const point = fc.record({
  title: text, description: text, objective: text, risk: text, accounts: texts, systems: texts, regulations: texts, designTest: text,
  assertions: fc.shuffledSubarray([...values.assertions]), component: fc.constantFrom(...values.components), principle: fc.integer({ min: 1, max: 17 }),
  frequency: fc.constantFrom(...frequencies), effect: fc.constantFrom(...values.effects), nature: fc.constantFrom(...values.natures),
  reports: fc.array(fc.record({ name: fc.record({ zh: line, en: fc.option(line) }), check: fc.record({ zh: line, en: fc.option(line) }) }), { maxLength: 2 }), review: fc.option(fc.record({ threshold: text, followUp: text })),
  evidenceKinds: some(values.evidenceKinds),
  operatingTest: fc.record({
    population: fc.option(text), procedure: fc.option(text), exception: fc.option(text),
    attributes: texts.map((list) => list.map((each, index) => ({ key: String.fromCharCode(65 + index), text: each }))),
  }),
  where: fc.option(fc.record({ kinds: some(values.unitKinds), kindsReason: text })),
}).map(({ where, ...rest }) => ({ ...rest, kinds: where?.kinds ?? null, kindsReason: where?.kindsReason ?? null }))

/** The same sheets with their columns in another order. */
function shuffled(sheets: readonly Sheet[], orders: readonly number[]): Sheet[] {
  return sheets.map((sheet) => {
    const columns = Math.max(0, ...(sheet.rows[0]?.cells ?? []).map(({ column }) => column))
    const order = Array.from({ length: columns }, (_, index) => index + 1).toSorted((one, other) => (orders[one % orders.length] ?? 0) - (orders[other % orders.length] ?? 0) || one - other)
    const moved = (cell: Cell) => { const column = order.indexOf(cell.column) + 1; return { ...cell, column } }
    return { ...sheet, rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map(moved).toSorted((one, other) => one.column - other.column) })) }
  })
}

test.each(["zh-CN", "zh-TW", "en"] as const)("what was exported in %s imports again without a difference, whatever it says and in whatever order its columns stand", async (locale) => {
  await fc.assert(
    fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 3 }), text, fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), async (points, title, orders) => {
      const content = aHandbook({ title, chapters: [aChapter(points.map((changes, index) => aPoint(`8.1.1.${index + 1}`, changes)))] })
      const reading = await readWorkbook(await writeHandbook(content, locale))
      if (!reading.ok) throw new Error(reading.problem.code)
      expect(readHandbook(shuffled(reading.sheets, orders), locale)).toEqual({ content, problems: [] })
    }),
    { numRuns: 60 },
  )
})

test("departments and positions are named where a name is enough, and by their code where several bear it", async () => {
  const content = aHandbook({
    departments: [{ code: "finance", title: { zh: "财务部", en: "Finance" } }, { code: "hr", title: { zh: "财务部", en: null } }],
    positions: [{ code: "finance.clerk", department: "finance", title: { zh: "会计", en: "hr.clerk" } }, { code: "hr.clerk", department: "hr", title: { zh: "会计\n人事", en: "Clerk" } }],
  })
  for (const locale of ["zh-CN", "en"] as const) {
    const reading = await readWorkbook(await writeHandbook(content, locale))
    expect(reading.ok && readHandbook(reading.sheets, locale)).toEqual({ content, problems: [] })
  }
})

type Book = ExcelJS.Workbook

// Laid out anew from what was written: ExcelJS itself takes a drop-down for a million cells.
async function bookOf(content: HandbookContent): Promise<Book> {
  const written = await readWorkbook(await writeHandbook(content, "zh-CN"))
  const book = new ExcelJS.Workbook()
  for (const { name, rows } of written.ok ? written.sheets : []) {
    const sheet = book.addWorksheet(name)
    for (const { cells } of rows) for (const { address, value } of cells) sheet.getCell(address).value = value
  }
  return book
}

async function spoiled(change: (book: Book) => void, content = aHandbook()) {
  const book = await bookOf(content)
  change(book)
  const reading = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))
  if (!reading.ok) throw new Error(reading.problem.code)
  const { content: read, problems } = readHandbook(reading.sheets, "zh-CN")
  return { read, found: problems.map(({ message, sheet, cell }) => [message.replace(/^(workbook|handbook\.problems)\./, ""), sheet, cell].filter(Boolean).join(" ")) }
}

function column(book: Book, sheet: string, heading: string): { at: number; letter: string } {
  const row = book.getWorksheet(sheet)?.getRow(1)
  for (let at = 1; at <= (row?.cellCount ?? 0); at++) {
    if (row?.getCell(at).value === heading) return { at, letter: row.getCell(at).address.replace(/\d+/, "") }
  }
  throw new Error(heading)
}

function put(sheet: string, heading: string, value: ExcelJS.CellValue, row = 2) {
  return (book: Book) => {
    const target = book.getWorksheet(sheet)?.getRow(row).getCell(column(book, sheet, heading).at)
    if (target) target.value = value
  }
}

describe("each problem stands at its cell", () => {
  test.each([
    ["a value outside of its list", put("关键控制点", "控制频率", "经常"), "not-a-choice 关键控制点 R2"],
    ["an unknown position", put("关键控制点", "责任人岗位", "finance.nobody"), "unknown-position 关键控制点 AF2"],
    ["an unknown step", put("关键控制点", "所属环节", "8.1.9"), "unknown-step 关键控制点 C2"],
    ["an unknown process", put("关键控制点", "所属要素或流程", "8.7"), "unknown-node 关键控制点 B2"],
    ["a code that is there twice", put("关键控制点", "编号", "8.1.1.1", 3), "duplicate-code 关键控制点 A3"],
    ["a step's code that a point bears too", put("环节", "编号", "8.1.1.2"), "duplicate-code 关键控制点 A3"],
    ["a code that is a number", put("要素与流程", "编号", 8.1), "number-not-text 要素与流程 A2"],
    ["a formula", put("关键控制点", "标题（中文）", { formula: "1+1", result: 2 }), "formula 关键控制点 E2"],
    ["an aspect in a process", put("关键控制点", "六要点", "执行"), "aspect-in-process 关键控制点 D2"],
    ["a principle out of range", put("关键控制点", "内控原则", 18), "out-of-range 关键控制点 Q2"],
    ["an attribute without its letter", put("关键控制点", "测试属性（中文）", "是否签字"), "attribute-form 关键控制点 AO2"],
    ["lists that do not correspond", put("关键控制点", "会计科目与披露（英文）", "One"), "line-count 关键控制点 O2"],
    ["an unknown compensating point", put("关键控制点", "补偿控制点", "8.1.1.77"), "unknown-point 关键控制点 AS2"],
    ["an unknown department of a position", put("部门与岗位", "所属部门", "none", 3), "unknown-department 部门与岗位 E3"],
  ])("%s", async (_, change, problem) => {
    const { read, found } = await spoiled(change)
    expect(found).toContain(problem)
    expect(read).toBeNull()
  })

  test("merged cells, a missing heading, a missing sheet, an unknown sheet", async () => {
    expect((await spoiled((book) => book.getWorksheet("关键控制点")?.mergeCells("A2:A3"))).found).toContain("merged-cells 关键控制点 A2:A3")
    expect((await spoiled(put("关键控制点", "风险（中文）", null, 1))).found).toContain("missing-heading 关键控制点 A1")
    expect((await spoiled((book) => book.removeWorksheet("要素与流程"))).found).toContain("missing-sheet 要素与流程")
    expect((await spoiled((book) => void book.addWorksheet("notes"))).found).toContain("unknown-sheet notes")
  })
})

test("problems of one sheet do not hide those of another row", async () => {
  const { found } = await spoiled((book) => {
    put("关键控制点", "控制频率", "经常")(book)
    put("关键控制点", "责任人岗位", "finance.nobody", 3)(book)
    put("关键控制点", "补偿控制点", "8.1.1.1", 3)(book)
  })
  expect(found).toEqual(["not-a-choice 关键控制点 R2", "unknown-position 关键控制点 AF3"])
})

test("headings stand in any order and language, values by name, code or language, positions by name", async () => {
  const { read, found } = await spoiled((book) => {
    const sheet = book.getWorksheet("关键控制点")
    put("关键控制点", "控制频率", "Weekly")(book)
    put("关键控制点", "控制频率", "weekly", 3)(book)
    put("关键控制点", "责任人岗位", "会计")(book)
    put("关键控制点", "风险（中文）", "Risk (Chinese)", 1)(book)
    sheet?.spliceColumns(1, 1)
    for (const [row, value] of ["編號", "8.1.1.1", "8.1.1.2"].entries()) if (sheet) sheet.getRow(row + 1).getCell(90).value = value
  })
  expect(found).toEqual([])
  expect(read?.chapters[0]?.points.map(({ code, frequency, ownerPosition }) => [code, frequency, ownerPosition])).toEqual([
    ["8.1.1.1", "weekly", "finance.clerk"],
    ["8.1.1.2", "weekly", "finance.clerk"],
  ])
})

test("without a sheet of explanations there is no title, and nothing else is missing", async () => {
  const { read, found } = await spoiled((book) => book.removeWorksheet("说明"))
  expect(found).toEqual([])
  expect(read).toEqual(aHandbook({ title: null }))
})
