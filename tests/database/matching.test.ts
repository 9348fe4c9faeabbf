import { beforeAll, expect, test } from "vitest"
import { confirmImport } from "@/lib/handbook/commands/import"
import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { contentIn } from "@/lib/handbook/queries/content"
import { removeMapping } from "@/lib/handbook/commands/remove-mapping"
import { importPage } from "@/lib/handbook/queries/edition-page"
import { importToMatch, keptMappings } from "@/lib/handbook/queries/mappings"
import { foreignWorkbook, keptFor, matchImport } from "@/lib/handbook/workbook/foreign"
import { importFile } from "@/lib/handbook/workbook/import"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import type { Mapping } from "@/lib/handbook/schema/mapping"
import { actingAt, type Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { comparable } from "@/lib/platform/workbook/cells"
import type { Result } from "@/lib/platform/refusal"
import { buildCompany, type Company } from "../builders/company"
import { aForeignWorkbook, foreignRows } from "../builders/foreign-workbook"
import { aFile, aHandbook } from "../builders/handbook"
import { asApplication, asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let office: Actor
const now = new Date("2026-11-22T02:00:00Z")

beforeAll(async () => {
  company = await buildCompany()
  office = actingAt(company.people.office, now)
  const first = value(await importFile(office, await aFile(aHandbook()), { draft: "new" }))
  const { editionId } = value(await confirmImport(office, { id: first.id }))
  value(await submitEdition(office, { id: editionId }))
  value(await publishEdition(actingAt(company.people.office2, now), { id: editionId, effectiveFrom: "2026-10-01" }))
})

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

const events = async () => (await asOwner<{ type: string }>(`select type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)
const state = async () => [await events(), await asOwner(`select id, mapping, problems, "confirmedAt" from "HandbookImport" order by id`), await asOwner(`select id, version from "HandbookMapping" order by id`)]

async function refusalOf(act: () => Promise<Result<unknown>>) {
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal
}

async function upload(bytes?: Uint8Array) {
  return value(await importFile(office, await aFile(bytes ?? (await aForeignWorkbook()), "控制矩阵.xlsx"), { draft: "new" }))
}

/** The matching as the page offers it, with what the table does not have. */
async function offered(id: string): Promise<Mapping> {
  const page = await matchPage(office, { id, query: {}, locale: "zh-CN" })
  if (!page) throw new Error("no page")
  const columns = page.columns.filter(({ field }) => field !== "").map(({ heading, nth, field }) => ({ heading, nth, field }))
  const values = Object.fromEntries(page.lists.map(({ list, values: found }) => [list, Object.fromEntries(found.map(({ theirs, ours }) => [comparable(theirs), ours]))]))
  const fixed = { ...Object.fromEntries(page.lack.map(({ field, value: given }) => [field, given])), component: "control-activities", principle: "10" }
  return { ...page.place, columns, values, fixed, codes: "tidied", rest: "keep" }
}

test("a foreign workbook waits to be matched; the matching is previewed, kept by name, and confirmed into a draft with what is missing", async () => {
  const staged = await upload(await aForeignWorkbook(foreignRows.map((row, index) => (index === 0 ? row.with(13, "准确/可用") : row))))
  expect(staged).toMatchObject({ foreign: true, problems: 1 })
  expect((await refusalOf(() => confirmImport(office, { id: staged.id }))).message).toBe("handbook.refusals.problems")
  const mapping = await offered(staged.id)

  const before = await events()
  expect(value(await matchImport(office, { id: staged.id, mapping, name: "" }, "zh-CN")).problems).toBe(1)
  expect(await events()).toEqual([...before, "handbook.import-mapped"])
  expect((await importPage(office, staged.id))?.problems).toEqual([expect.objectContaining({ message: "handbook.problems.unmatched", sheet: "控制矩阵", cell: "N4" })])

  const mended: Mapping = { ...mapping, values: { ...mapping.values, assertions: { ...mapping.values.assertions, 可用: "existence" } } }
  expect(value(await matchImport(office, { id: staged.id, mapping: mended, name: "某公司矩阵" }, "zh-CN")).problems).toBe(0)
  const page = await importPage(office, staged.id)
  expect(page?.summary.difference?.counts.find(({ part }) => part === "points")).toMatchObject({ added: 2, changed: 1, removed: 0, unchanged: 1 })
  expect(page?.summary.lacks).toEqual([
    { what: "positionMissing", count: 1, codes: ["8.1.2"] }, { what: "procedureMissing", count: 2, codes: ["8.1.1.3", "8.1.2.1"] }, { what: "english", count: 4, codes: ["8.1.1.1", "8.1.1.2", "8.1.1.3", "8.1.2.1"] },
  ])
  const { editionId } = value(await confirmImport(office, { id: staged.id }))
  const content = await asReader(office, ({ tx }) => contentIn(tx, editionId))
  expect(content.chapters[0]?.points.map(({ code, title }) => [code, title.zh])).toEqual([["8.1.1.1", "工资表复核"], ["8.1.1.2", "复核8.1.1.2"], ["8.1.1.3", "人员变动核对"], ["8.1.2.1", "发放授权"]])
  expect((await refusalOf(() => matchImport(office, { id: staged.id, mapping: mended, name: "" }, "zh-CN"))).message).toBe("handbook.refusals.confirmed")
})

test("a kept matching is offered again for the next file with the same headings, in any order, and keeping it again replaces it", async () => {
  const staged = await upload(await aForeignWorkbook(foreignRows.slice(1)))
  const next = await foreignWorkbook(office, staged.id)
  expect(next && keptFor(next.kept, next.sheets)?.kept.name).toBe("某公司矩阵")
  const page = await matchPage(office, { id: staged.id, query: {}, locale: "zh-CN" })
  expect(page?.chosen?.name).toBe("某公司矩阵")
  value(await matchImport(office, { id: staged.id, mapping: await offered(staged.id), name: "某公司矩阵" }, "zh-CN"))
  expect(await asOwner(`select name, version from "HandbookMapping"`)).toEqual([{ name: "某公司矩阵", version: 2 }])
  const other = await upload(await aForeignWorkbook(foreignRows, (sheet) => { sheet.getCell("Q3").value = "说明" }))
  expect((await matchPage(office, { id: other.id, query: {}, locale: "zh-CN" }))?.chosen).toBeUndefined()
})

test("a plant finds neither upload nor matching; who keeps no handbook may not match", async () => {
  const staged = await upload()
  const mapping = await offered(staged.id)
  expect(await importToMatch(company.people.finance, staged.id)).toBeNull()
  expect((await refusalOf(() => matchImport(company.people.finance, { id: staged.id, mapping, name: "" }, "zh-CN"))).code).toBe("not-found")
  expect(await refusalOf(() => matchImport(company.people.internalAudit, { id: staged.id, mapping, name: "x" }, "zh-CN"))).toMatchObject({ code: "not-allowed", who: ["control-office"] })
  expect((await refusalOf(() => matchImport(office, { id: staged.id, mapping: { ...mapping, columns: [] }, name: "" }, "zh-CN"))).message).toBe("mapping.refusals.fieldMissing")
})

test("a kept matching is removed by who keeps the handbook, once, as it was seen; its name is free again", async () => {
  const [before] = await keptMappings(office)
  const id = before?.id ?? ""
  expect(await keptMappings(company.people.finance)).toEqual([])
  expect((await refusalOf(() => removeMapping(company.people.finance, { id, version: undefined }))).code).toBe("not-found")
  expect(await refusalOf(() => removeMapping(company.people.internalAudit, { id, version: undefined }))).toMatchObject({ code: "not-allowed", who: ["control-office"] })
  expect((await refusalOf(() => removeMapping(office, { id, version: 1 }))).code).toBe("stale-version")
  value(await removeMapping(office, { id, version: 2 }))
  expect((await events()).at(-1)).toBe("handbook.mapping-removed")
  expect(await keptMappings(office)).toEqual([])
  expect((await refusalOf(() => removeMapping(office, { id, version: undefined }))).code).toBe("not-found")
  const staged = await upload()
  expect((await matchPage(office, { id: staged.id, query: {}, locale: "zh-CN" }))?.kept).toEqual([])
  value(await matchImport(office, { id: staged.id, mapping: await offered(staged.id), name: "某公司矩阵" }, "zh-CN"))
  expect(await keptMappings(office)).toMatchObject([{ name: "某公司矩阵", version: 1, keeper: { zh: "office" } }])
  const revive = asApplication(`with e as (select kp_enter('seed', null, null, 'operating', null)) select * from e; update "HandbookMapping" set "removedAt" = null, version = version + 1 where "removedAt" is not null`)
  await expect(revive).rejects.toMatchObject({ code: "KP001" })
})

test("the database keeps a matching's name and a confirmed import as they are", async () => {
  const enter = (sql: string) => asApplication(`with e as (select kp_enter('seed', null, null, 'operating', null)) select * from e; ${sql}`)
  await expect(enter(`update "HandbookMapping" set name = 'x', version = version + 1`)).rejects.toMatchObject({ code: "KP001" })
  await expect(enter(`delete from "HandbookMapping"`)).rejects.toMatchObject({ code: "42501" })
  await expect(enter(`update "HandbookImport" set name = 'x' where "confirmedAt" is not null`)).rejects.toMatchObject({ code: "KP001" })
})
