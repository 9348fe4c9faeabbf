import { expect, test } from "vitest"
import { confirmImport } from "@/lib/handbook/commands/import"
import { importFile } from "@/lib/handbook/workbook/import"
import { actingAt } from "@/lib/platform/actor"
import { readCatalogue } from "@/scripts/handbook/catalogue"
import { buildCompany } from "../builders/company"
import { aFile } from "../builders/handbook"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

async function timed<Value>(run: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const since = performance.now()
  return { value: await run(), seconds: (performance.now() - since) / 1000 }
}

// Measured on two cores with 700 points: previewed in 0.5 s, written in 0.3 s, compared again in 0.6 s.
test("the whole catalogue is previewed in under three seconds and written in under two, and the same file again changes nothing", async () => {
  const office = actingAt((await buildCompany()).people.office, new Date("2026-11-22T02:00:00Z"))
  const catalogue = readCatalogue(process.cwd())
  expect(catalogue.chapters.flatMap(({ points }) => points)).toHaveLength(700)
  const file = await aFile(catalogue)
  const staged = await timed(() => importFile(office, file, { draft: "new" }))
  if (!staged.value.ok) throw new Error(staged.value.refusal.message)
  const { id, problems } = staged.value.value
  const written = await timed(() => confirmImport(office, { id }))
  if (!written.value.ok) throw new Error(written.value.refusal.message)
  const { editionId } = written.value.value
  const again = await timed(() => importFile(office, file, { draft: editionId }))
  expect(problems).toBe(0)
  expect(again.value).toMatchObject({ ok: true, value: { problems: 0, differs: false, added: 0, changed: 0, removed: 0 } })
  expect([staged.seconds < 3, written.seconds < 2, again.seconds < 3]).toEqual([true, true, true])
})
