import { beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { POST } from "@/app/api/v1/handbook-imports/route"
import { matchingAnswer } from "@/lib/handbook/api/answers"
import { mapping } from "@/lib/handbook/schema/mapping"
import { call, tokenOf } from "../builders/api"
import { buildCompany, type Company } from "../builders/company"
import { aForeignWorkbook, foreignRows } from "../builders/foreign-workbook"
import { aHandbook } from "../builders/handbook"
import { writeHandbook } from "@/lib/handbook/workbook/write"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let office: string
let finance: string

beforeAll(async () => {
  company = await buildCompany()
  office = await tokenOf(company.people.office)
  finance = await tokenOf(company.people.finance)
  const staged = await upload(office, await writeHandbook(aHandbook(), "zh-CN"))
  const { editionId } = z.object({ editionId: z.uuid() }).parse((await call(office, "POST", `/handbook-imports/${staged.body.id}/confirm`, { body: {} })).body)
  await call(office, "POST", `/editions/${editionId}/submit-for-review`, { body: {} })
  const published = await call(await tokenOf(company.people.office2), "POST", `/editions/${editionId}/publish`, { body: { effectiveFrom: "2099-01-01" } })
  if (published.status !== 200) throw new Error(published.text)
})

async function upload(token: string | null, bytes: Uint8Array | null, name = "matrix.xlsx") {
  const form = new FormData()
  form.set("draft", "new")
  if (bytes) form.set("file", new File([Buffer.from(bytes)], name))
  const response = await POST(new Request("http://localhost:3000/api/v1/handbook-imports", { method: "POST", body: form, headers: token ? { authorization: `Bearer ${token}` } : {} }))
  return { status: response.status, location: response.headers.get("location"), body: z.record(z.string(), z.unknown()).parse(await response.json()) }
}

test("a foreign workbook is uploaded, matched, kept, confirmed and its matching removed, all over HTTP", async () => {
  const staged = await upload(office, await aForeignWorkbook(foreignRows.map((row, index) => (index === 0 ? row.with(13, "准确/可用") : row))))
  expect(staged).toMatchObject({ status: 201, location: `/api/v1/handbook-imports/${staged.body.id}`, body: { foreign: true, problems: 1 } })
  const path = `/handbook-imports/${staged.body.id}`
  expect((await call(office, "GET", path)).body).toMatchObject({ foreign: true, matchedBy: null, problems: [{ code: "foreign", detail: expect.stringMatching(/\S/) }] })

  const guess = matchingAnswer.parse((await call(office, "GET", `${path}/matching`)).body)
  expect(guess.place).toEqual({ sheets: ["控制矩阵"], row: 3 })
  expect(guess.columns.find(({ letters }) => letters === "E")).toMatchObject({ heading: "控制点名称", field: "titleZh", samples: expect.arrayContaining(["工资表复核"]) })
  expect(guess.lists.find(({ list }) => list === "assertions")?.values).toEqual(expect.arrayContaining([{ theirs: "准确", count: 1, ours: "accuracy" }, { theirs: "可用", count: 1, ours: "" }]))
  const narrower = matchingAnswer.parse((await call(office, "GET", `${path}/matching?columns=B=code,E=titleZh`)).body)
  expect(narrower.columns.filter(({ field }) => field !== "").map(({ letters, field }) => [letters, field])).toEqual([["B", "code"], ["E", "titleZh"]])
  expect(narrower.lists).toEqual([])

  const columns = guess.columns.filter(({ field }) => field !== "").map(({ heading, nth, field }) => ({ heading, nth, field }))
  const values = Object.fromEntries(guess.lists.map(({ list, values: theirs }) => [list, Object.fromEntries(theirs.map((one) => [one.theirs, one.theirs === "可用" ? "-" : one.ours]))]))
  const fixed = { ...Object.fromEntries(guess.lack.map(({ field, value }) => [field, value])), component: "control-activities", principle: "10" }
  const body = { name: "矩阵", mapping: { ...guess.place, columns, values, fixed, codes: "tidied", rest: "keep" } }
  expect(await call(office, "POST", `${path}/match`, { body })).toMatchObject({ status: 200, body: { problems: 0 } })
  const preview = (await call(office, "GET", path)).body
  expect(preview).toMatchObject({ foreign: false, matchedBy: guess.place, problems: [], confirmedAt: null })
  expect(preview.counts).toContainEqual({ part: "points", added: 2, changed: 1, removed: 0, unchanged: 1 })

  const list = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), mapping, version: z.number() })) }).parse((await call(office, "GET", "/handbook-matchings")).body)
  expect(list.items).toMatchObject([{ name: "矩阵", mapping: { columns }, version: 1 }])
  const again = await upload(office, await aForeignWorkbook())
  expect((await call(office, "GET", `/handbook-imports/${again.body.id}/matching`)).body).toMatchObject({ matching: { name: "矩阵" }, kept: [{ same: true }] })

  expect(await call(office, "POST", `${path}/confirm`, { body: {} })).toMatchObject({ status: 200, body: { number: expect.any(String) } })
  expect(await call(office, "POST", `${path}/match`, { body })).toMatchObject({ status: 409, body: { code: "wrong-state" } })
  expect(await call(office, "POST", `/handbook-matchings/${list.items[0]?.id}/remove`, { body: {} })).toMatchObject({ status: 200 })
  expect((await call(office, "GET", "/handbook-matchings")).body.items).toEqual([])
})

test("a plant uploads nothing and finds nothing; a form without a workbook is told so", async () => {
  const staged = await upload(office, await aForeignWorkbook())
  for (const path of [`/handbook-imports/${staged.body.id}`, `/handbook-imports/${staged.body.id}/matching`]) expect((await call(finance, "GET", path)).status).toBe(404)
  expect((await call(finance, "GET", "/handbook-matchings")).body.items).toEqual([])
  expect(await upload(finance, await aForeignWorkbook())).toMatchObject({ status: 404, body: { code: "not-found" } })
  expect(await upload(await tokenOf(company.people.internalAudit), await aForeignWorkbook())).toMatchObject({ status: 403, body: { code: "not-allowed" } })
  expect(await upload(null, await aForeignWorkbook())).toMatchObject({ status: 401 })
  expect(await upload(office, null)).toMatchObject({ status: 422, body: { errors: [{ path: "file" }] } })
  expect(await call(office, "POST", "/handbook-imports", { body: {} })).toMatchObject({ status: 422, body: { errors: [{ path: "file" }] } })
  expect(await upload(office, Buffer.from("no workbook"))).toMatchObject({ status: 415 })
})
