import { beforeAll, expect, test } from "vitest"
import { handbookOperations } from "@/lib/handbook/api/operations"
import type { Actor } from "@/lib/platform/actor"
import { buildCompany, type Company } from "../builders/company"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company

beforeAll(async () => {
  company = await buildCompany()
})

/** Asks an operation, and holds its answer against its own description. */
async function ask(actor: Actor, path: string, input: Record<string, unknown> = {}) {
  const operation = handbookOperations.find((one) => one.path === path)
  const result = await operation?.handle(actor, input)
  if (!operation || !result?.ok) return result
  return { ok: true, value: operation.output.parse(result.value) }
}

test("the handbook tells the edition in force and its counts", async () => {
  expect(await ask(company.people.owner, "/handbook", { lang: "en" })).toMatchObject({
    ok: true,
    value: { edition: { id: company.editionId, title: "Test edition", effectiveFrom: "2025-01-01" }, softElements: 0, processes: 1, controlPoints: 9 },
  })
})

test("control points come with their owner in the unit asked for, in the language asked for, a page at a time", async () => {
  const first = await ask(company.people.finance, "/control-points", { unit: company.east, lang: "zh-TW", limit: "4" })
  expect(first).toMatchObject({ value: { next: company.points[3]?.pointId, items: [{ code: "9.1.1.1", title: "測試點1", applicable: true, owner: { id: company.people.owner.personId, name: "owner" } }, {}, {}, {}] } })
  const last = await ask(company.people.finance, "/control-points", { unit: company.east, limit: "200", cursor: company.points[7]?.pointId })
  expect(last).toMatchObject({ value: { next: null, items: [{ code: "9.1.1.9" }] } })
})

test("points without an owner are asked for by name", async () => {
  expect(await ask(company.people.office, "/control-points", { unit: company.north, owner: "none" })).toMatchObject({ value: { items: { length: 9 } } })
  expect(await ask(company.people.office, "/control-points", { unit: company.east, owner: "none" })).toMatchObject({ value: { items: [] } })
  expect(await ask(company.people.office, "/control-points", { owner: company.people.owner.personId })).toMatchObject({ value: { items: { length: 9 } } })
})

test("an edition that is not there has no points", async () => {
  for (const edition of ["2099-1", "' or 1=1", "a\0b", company.points[0]?.pointId]) {
    expect(await ask(company.people.office, "/control-points", { edition })).toMatchObject({ value: { items: [] } })
  }
})

test("another plant's unit shows nothing, and headquarters has no applicable point", async () => {
  expect(await ask(company.people.finance, "/control-points", { unit: company.north })).toMatchObject({ value: { items: [] } })
  expect(await ask(company.people.office, "/control-points", { unit: company.hq, applicable: "true" })).toMatchObject({ value: { items: [] } })
})

test("what is asked for wrongly is invalid, and an unknown edition is not found", async () => {
  expect(await ask(company.people.office, "/control-points", { limit: "500" })).toMatchObject({ ok: false, refusal: { code: "invalid" } })
  expect(await ask(company.people.office, "/editions/{id}", { id: company.hq })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
  expect(await ask(company.people.owner, "/editions/{id}", { id: company.editionId })).toMatchObject({ value: { status: "published" } })
})
