import { beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { POST } from "@/app/api/v1/unit-imports/route"
import { chartOf } from "@/lib/units/queries/chart"
import { exportUnit } from "@/lib/units/workbook/export"
import { call, tokenOf } from "../builders/api"
import { buildCompany, type Company } from "../builders/company"
import { aUnitWorkbook } from "../builders/unit-workbook"

let company: Company
const tokens: Record<string, string> = {}
beforeAll(async () => {
  company = await buildCompany()
  const { admin, finance, northFinance, tester } = company.people
  for (const [name, actor] of Object.entries({ admin, finance, northFinance, tester })) tokens[name] = await tokenOf(actor)
})

async function upload(token: string | undefined, kind: string, unitId: string, bytes: Uint8Array | null) {
  const form = new FormData()
  form.set("kind", kind)
  form.set("unitId", unitId)
  if (bytes) form.set("file", new File([Buffer.from(bytes)], "list.xlsx"))
  const response = await POST(new Request("http://localhost:3000/api/v1/unit-imports", { method: "POST", body: form, headers: token ? { authorization: `Bearer ${token}` } : {} }))
  return { status: response.status, location: response.headers.get("location"), body: z.record(z.string(), z.unknown()).parse(await response.json()) }
}

test("a workbook is uploaded, looked at and confirmed over HTTP; problems stand at their cells in the caller's language", async () => {
  const staged = await upload(tokens.admin, "organisation", company.east, await aUnitWorkbook({ departments: [{ code: "fuel", nameZh: "燃料部", nameEn: "Fuel" }] }))
  expect(staged).toMatchObject({ status: 201, location: `/api/v1/unit-imports/${staged.body.id}`, body: { problems: 0, added: 1, changed: 0, ended: 0 } })
  const path = `/unit-imports/${staged.body.id}`
  expect((await call(tokens.admin ?? "", "GET", path)).body).toMatchObject({ kind: "organisation", confirmedAt: null, changes: [{ what: "added", kind: "department", code: "fuel" }] })
  expect(await call(tokens.admin ?? "", "POST", `${path}/confirm`, { body: {} })).toMatchObject({ status: 200, body: { added: 1 } })
  expect(await call(tokens.admin ?? "", "POST", `${path}/confirm`, { body: {} })).toMatchObject({ status: 409, body: { code: "wrong-state" } })
  const wrong = await upload(tokens.admin, "organisation", company.east, await aUnitWorkbook({ people: [{ email: "nobody", nameZh: "甲" }] }))
  expect((await call(tokens.admin ?? "", "GET", `/unit-imports/${wrong.body.id}`)).body).toMatchObject({ problems: [{ code: "email", cell: "A2", sheet: "人员", detail: expect.stringContaining("nobody") }] })
  expect((await call(tokens.admin ?? "", "GET", `/units/${company.east}/imports`)).body).toMatchObject({ items: [{ problems: 1 }, { problems: 0 }] })
})

test("nobody, the wrong role, another unit and a broken form are refused before the file is read", async () => {
  const bytes = await aUnitWorkbook({ departments: [{ code: "it", nameZh: "信息部" }] })
  expect(await upload(undefined, "organisation", company.east, bytes)).toMatchObject({ status: 401 })
  expect(await upload(tokens.finance, "organisation", company.east, new Uint8Array([1]))).toMatchObject({ status: 403 })
  expect(await upload(tokens.northFinance, "ownership", company.east, bytes)).toMatchObject({ status: 404 })
  expect(await upload(tokens.tester, "ownership", company.east, bytes)).toMatchObject({ status: 403 })
  expect(await upload(tokens.admin, "nothing", company.east, bytes)).toMatchObject({ status: 422 })
  expect(await upload(tokens.admin, "organisation", company.east, null)).toMatchObject({ status: 422, body: { errors: [{ path: "file" }] } })
  expect(await upload(tokens.admin, "organisation", company.east, new Uint8Array([1, 2, 3]))).toMatchObject({ status: 415 })
})

test("workbooks are given to who may import them; a plant's owners to whoever reads the plant", async () => {
  const asked = (kind: "organisation" | "ownership" | "holidays", unitId: string) => ({ kind, unitId, locale: "en" as const, template: true })
  const { admin, finance, tester, northFinance } = company.people
  expect(await Promise.all([exportUnit(admin, asked("organisation", company.east)), exportUnit(tester, asked("ownership", company.east)), exportUnit(admin, asked("holidays", company.hq))])).not.toContain(null)
  for (const [actor, kind] of [[finance, "organisation"], [finance, "holidays"], [northFinance, "ownership"], [northFinance, "organisation"]] as const) {
    expect(await exportUnit(actor, asked(kind, company.east))).toBeNull()
  }
})

test("a chart shows departments with their heads, positions with who holds them, and who holds none", async () => {
  const chart = await chartOf(company.people.tester, company.east)
  const finance = chart?.departments.find(({ code }) => code === "finance")
  expect(finance).toMatchObject({ head: { id: company.people.head.personId }, positions: [{ code: "finance.revenue-accountant", holders: [] }] })
  expect(finance?.others.map(({ id }) => id)).toContain(company.people.owner.personId)
  expect(await chartOf(company.people.northFinance, company.east)).toBeNull()
  expect(await chartOf(company.people.externalAudit, company.east)).toBeNull()
})
