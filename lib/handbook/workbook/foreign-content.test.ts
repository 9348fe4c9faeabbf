import { expect, test } from "vitest"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { aChapter, aHandbook, aPoint } from "@/tests/builders/handbook"
import { aForeignWorkbook, foreignRows } from "@/tests/builders/foreign-workbook"
import type { Mapping } from "@/lib/handbook/schema/mapping"
import { contentFrom } from "./foreign-content"
import { tableAt, type ForeignTable } from "./foreign-table"
import { valuesToMatch } from "./foreign-values"
import { likelyPlace } from "./foreign"
import { fieldOfHeading } from "./guess"

const base = aHandbook({ chapters: [aChapter([aPoint("8.1.1.1"), aPoint("8.1.1.2")])] })

async function tableOf(bytes: Uint8Array): Promise<{ table: ForeignTable; place: { sheets: string[]; row: number } }> {
  const reading = await readWorkbook(bytes)
  if (!reading.ok) throw new Error(reading.problem.code)
  const place = likelyPlace(reading.sheets)
  return { table: tableAt(reading.sheets, place), place }
}

/** Everything as it is guessed, with what the table does not have given for all rows. */
function guessed({ table, place }: Awaited<ReturnType<typeof tableOf>>, changes: Partial<Mapping> = {}): Mapping {
  const columns = table.columns.flatMap(({ heading, nth }) => { const field = fieldOfHeading(heading); return field ? [{ heading, nth, field }] : [] })
  const values = Object.fromEntries(valuesToMatch(table, columns, {}, base).map(({ list, values: found }) => [list, Object.fromEntries(found.map(({ theirs, ours }) => [theirs.toLowerCase().replace(/\s/g, ""), ours]))]))
  const fixed = { component: "control-activities", principle: "10", provenance: "source", provenancePlace: "矩阵", performingPositions: "=" }
  return { ...place, columns, values, fixed, codes: "tidied", rest: "keep", ...changes }
}

const read = (found: Awaited<ReturnType<typeof tableOf>>, mapping: Mapping) => contentFrom(found.table, mapping, { base, locale: "zh-CN" })

test("a control matrix of another's making becomes points, steps and positions of ours; the rest of the handbook stays", async () => {
  const found = await tableOf(await aForeignWorkbook())
  expect(found.place).toEqual({ sheets: ["控制矩阵"], row: 3 })
  const mapping = guessed(found)
  const { content, problems } = read(found, mapping)
  expect(problems).toEqual([])
  const [chapter] = content?.chapters ?? []
  expect(chapter?.points.map(({ code, step, frequency, effect, nature, ownerPosition }) => [code, step, frequency, effect, nature, ownerPosition])).toEqual([
    ["8.1.1.1", "8.1.1", "monthly", "detective", "manual", "finance.clerk"], ["8.1.1.2", "8.1.1", "monthly", "detective", "manual", "finance.clerk"],
    ["8.1.1.3", "8.1.1", "monthly", "preventive", "manual", "finance.工资专员"], ["8.1.2.1", "8.1.2", "on-occurrence", "preventive", "manual", "finance.clerk"],
  ])
  expect(chapter?.steps.map(({ code, title, position }) => [code, title.zh, position])).toEqual([["8.1.1", "复核", "finance.clerk"], ["8.1.2", "发放", ""]])
  expect(content?.positions.at(-1)).toEqual({ code: "finance.工资专员", department: "finance", title: { zh: "工资专员", en: null } })
  // What the table is silent about stays as the handbook has it; English of a text that changed does not.
  expect(chapter?.points[0]).toMatchObject({ title: { zh: "工资表复核", en: null }, accounts: base.chapters[0]?.points[0]?.accounts, operatingTest: base.chapters[0]?.points[0]?.operatingTest })
  expect(chapter?.points[2]).toMatchObject({ performingPositions: ["finance.工资专员"], provenancePlace: "矩阵", operatingTest: { population: null, procedure: null, attributes: [], exception: null } })
})

test.each([
  ["准确/完整", ["accuracy", "completeness"]], ["准确、完整", ["accuracy", "completeness"]], ["accuracy; completeness", ["accuracy", "completeness"]], ["Accuracy and completeness", ["accuracy", "completeness"]],
  ["E/O", ["existence"]], ["rights and obligations & P/D", ["rights", "presentation"]], ["准确\n完整/截止", ["accuracy", "completeness", "cutoff"]],
])("assertions written %s in one cell are matched one by one", async (written, wanted) => {
  const found = await tableOf(await aForeignWorkbook(foreignRows.map((row, index) => (index === 1 ? row.with(13, written) : row))))
  const { content, problems } = read(found, guessed(found))
  expect(problems).toEqual([])
  expect(content?.chapters[0]?.points.find(({ code }) => code === "8.1.1.3")?.assertions).toEqual(wanted)
})

test("what they do not have is one problem for each field; a value without a match is one at its cell", async () => {
  const found = await tableOf(await aForeignWorkbook(foreignRows.map((row, index) => (index === 0 ? row.with(13, "准确/可用") : row))))
  const mapping = guessed(found, { fixed: {} })
  const { content, problems } = read(found, mapping)
  expect(content).toBeNull()
  expect(problems.map(({ message, cell, params }) => [message, cell, params.field ?? params.value, params.count]).filter(([message]) => message === "handbook.problems.unmapped")).toEqual([
    ["handbook.problems.unmapped", "3:3", "内控要素", 2], ["handbook.problems.unmapped", "3:3", "内控原则", 2],
    ["handbook.problems.unmapped", "3:3", "执行岗位", 2], ["handbook.problems.unmapped", "3:3", "来源类别", 2],
  ])
  expect(problems).toContainEqual({ message: "handbook.problems.unmatched", sheet: "控制矩阵", cell: "N4", params: { field: "认定", value: "可用", count: 1 } })
  const other = { ...mapping, values: { ...mapping.values, nodes: {} }, columns: mapping.columns.filter(({ field }) => field !== "assertions") }
  const unknown = read(await tableOf(await aForeignWorkbook(foreignRows.map((row) => row.with(2, "别的流程")))), { ...other, fixed: guessed(found).fixed })
  expect(unknown.problems).toEqual([{ message: "handbook.problems.unmatched", sheet: "控制矩阵", cell: "C4", params: { field: "所属要素或流程", value: "别的流程", count: 3 } }])
})

test("a formula or merged cells in a matched column, and a code twice, stand at their cells; elsewhere they do not matter", async () => {
  const found = await tableOf(await aForeignWorkbook([...foreignRows, foreignRows[0] ?? []], (sheet) => {
    sheet.getCell("F5").value = { formula: "1+1", result: 2 }
    sheet.getCell("A5").value = { formula: "A4+1", result: 2 }
    sheet.mergeCells("C4:C5")
  }))
  const mapping = guessed(found)
  const { problems } = read(found, mapping)
  expect(problems.map(({ message, sheet, cell, params }) => [message, sheet, cell, params.first].filter(Boolean).join(" "))).toEqual([
    "workbook.formula 控制矩阵 F5", "workbook.merged-cells 控制矩阵 C4:C5", "handbook.problems.duplicate-code 控制矩阵 B7 控制矩阵!B4",
  ])
})

test("codes may be numbered by their step, and points that the table does not have be left out", async () => {
  const found = await tableOf(await aForeignWorkbook(foreignRows.map(([index = 0, , ...rest]) => [index, `CTRL${Number(index) + 40}`, ...rest])))
  const mapping = guessed(found, { codes: "numbered", rest: "remove" })
  const { content, problems } = read(found, mapping)
  expect(problems).toEqual([])
  expect(content?.chapters.flatMap(({ points }) => points.map(({ code }) => code))).toEqual(["8.1.1.41", "8.1.1.42", "8.1.2.43"])
})

test("a process that the handbook does not have is added with what is given for it", async () => {
  const found = await tableOf(await aForeignWorkbook(foreignRows.map((row) => row.with(1, String(row[1]).replace("8-1", "8-2")).with(2, "新的流程"))))
  const mapping = guessed(found)
  const values = { ...mapping.values, nodes: { 新的流程: "+process" } }
  const without = read(found, { ...mapping, values })
  expect(without.problems.map(({ params }) => params.field)).toEqual(["要素与流程 · 控制目标（中文）", "要素与流程 · 适用单位类型", "要素与流程 · 适用理由（中文）"])
  const { content, problems } = read(found, { ...mapping, values, fixed: { ...mapping.fixed, nodeObjective: "目标", nodeKinds: "coal", nodeKindsReason: "都有" } })
  expect(problems).toEqual([])
  expect(content?.chapters.map(({ node, steps, points }) => [node.code, node.title.zh, steps.map(({ code }) => code), points.map(({ code }) => code)])).toEqual([
    ["8.1", "试用流程", ["8.1.1"], ["8.1.1.1", "8.1.1.2"]], ["8.2", "新的流程", ["8.2.1", "8.2.2"], ["8.2.1.1", "8.2.1.3", "8.2.2.1"]],
  ])
})
