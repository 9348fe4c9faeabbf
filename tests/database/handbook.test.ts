import { readFile } from "node:fs/promises"
import { beforeAll, expect, test } from "vitest"
import { confirmImport } from "@/lib/handbook/commands/import"
import { discardEdition, publishEdition, returnEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { listControlPoints } from "@/lib/handbook/queries/list"
import { contentIn } from "@/lib/handbook/queries/content"
import { companyIn } from "@/lib/handbook/queries/company"
import { editionInForceIn, editionsIn } from "@/lib/handbook/queries/editions"
import { importsIn } from "@/lib/handbook/queries/imports"
import { handbookOverview } from "@/lib/handbook/queries/overview"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import { exportHandbook } from "@/lib/handbook/workbook/export"
import { importFile } from "@/lib/handbook/workbook/import"
import { actingAt, seed, type Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import type { Result } from "@/lib/platform/refusal"
import { buildCompany, type Company } from "../builders/company"
import { aChapter, aFile, aHandbook, aPoint } from "../builders/handbook"
import { asApplication, asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let office: Actor
let office2: Actor
const now = new Date("2026-11-22T02:00:00Z")

beforeAll(async () => {
  company = await buildCompany()
  office = actingAt(company.people.office, now)
  office2 = actingAt(company.people.office2, now)
})

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

const events = async () => (await asOwner<{ type: string }>(`select type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)

async function count(table: string): Promise<number> {
  const [row] = await asOwner<{ count: number }>(`select count(*)::int as count from "${table}"`)
  return row?.count ?? 0
}

/** What a refusal leaves behind: nothing in the trail, nothing in the tables. */
async function nothingBy(act: () => Promise<Result<unknown>>) {
  const state = async () => [await events(), await count("HandbookImport"), await count("Point"), await asOwner(`select id, status, version from "Edition" order by id`), await asOwner(`select * from "ApplicabilityOverride" order by id`)]
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal
}

async function aDraft(content = aHandbook({ chapters: [aChapter([aPoint("8.1.1.1", { risk: { zh: newId(), en: null } }), aPoint("8.1.1.2")])] })) {
  const staged = value(await importFile(office, await aFile(content), { draft: "new" }))
  return value(await confirmImport(office, { id: staged.id }))
}

async function inReview() {
  const { editionId } = await aDraft()
  value(await submitEdition(office, { id: editionId }))
  return editionId
}

test("a workbook is previewed, confirmed into a draft, and read back the same", async () => {
  const before = await events()
  const staged = value(await importFile(office, await aFile(aHandbook()), { draft: "new" }))
  expect(staged).toMatchObject({ problems: 0, differs: true })
  expect(await events()).toEqual([...before, "handbook.import-uploaded"])
  const written = value(await confirmImport(office, { id: staged.id, number: "2026-9" }))
  expect(written.number).toBe("2026-9")
  expect(await events()).toEqual([...before, "handbook.import-uploaded", "handbook.import-confirmed"])
  expect(await asReader(office, ({ tx }) => contentIn(tx, written.editionId))).toEqual(aHandbook())
  expect((await nothingBy(() => confirmImport(office, { id: staged.id }))).message).toBe("handbook.refusals.confirmed")
  value(await discardEdition(office, { id: written.editionId }))
})

test("the same file again changes nothing, and what was exported imports without a difference", async () => {
  const { editionId, number } = await aDraft()
  const exported = await exportHandbook(office, number, "en")
  const again = value(await importFile(office, await aFile(exported?.bytes ?? new Uint8Array()), { draft: editionId }))
  expect(again).toMatchObject({ problems: 0, differs: false, added: 0, changed: 0, removed: 0 })
  expect((await nothingBy(() => confirmImport(office, { id: again.id }))).message).toBe("handbook.refusals.noDifference")
  value(await discardEdition(office, { id: editionId }))
})

test("the first workbook loads through the same import", async () => {
  const staged = value(await importFile(office, "prisma/handbook/first-workbook.xlsx", { draft: "new" }))
  expect(staged.problems).toBe(0)
  const draft = value(await confirmImport(office, { id: staged.id }))
  const points = await asReader(office, ({ tx }) => tx.pointVersion.count({ where: { editionId: draft.editionId, node: { code: "3.1" } } }))
  expect(points).toBe(32)
  value(await discardEdition(office, { id: draft.editionId }))
})

test("a point keeps its identity from edition to edition", async () => {
  const first = await inReview()
  value(await publishEdition(office2, { id: first, effectiveFrom: "2026-10-01" }))
  const { editionId } = await aDraft()
  const identity = (id: string) => asReader(office, ({ tx }) => tx.pointVersion.findFirst({ where: { editionId: id, code: "8.1.1.1" }, select: { pointId: true } }))
  expect(await identity(editionId)).toEqual(await identity(first))
  value(await discardEdition(office, { id: editionId }))
})

test("publishing supersedes the edition before; in force is the one whose day has come", async () => {
  const id = await inReview()
  const before = await events()
  const old = await asReader(office, ({ tx }) => editionInForceIn(tx, "2026-11-22"))
  value(await publishEdition(office2, { id, effectiveFrom: "2027-01-01" }))
  expect((await events()).slice(before.length).toSorted()).toEqual(["distributions.given", "handbook.edition-published"])
  const force = (day: string) => asReader(office, ({ tx }) => editionInForceIn(tx, day))
  expect((await force("2026-12-31"))?.id).toBe(old?.id)
  expect((await force("2027-01-01"))?.id).toBe(id)
  expect(await asOwner(`select status from "Edition" where id = $1`, [old?.id])).toEqual([{ status: "superseded" }])
})

test("who drafted, submitted or imported an edition neither publishes nor returns it", async () => {
  const id = await inReview()
  for (const act of [() => publishEdition(office, { id, effectiveFrom: "2027-04-01" }), () => returnEdition(office, { id, reason: "x" })]) {
    expect(await nothingBy(act)).toMatchObject({ code: "separation-of-duties", message: "handbook.refusals.ownDraft" })
  }
  value(await returnEdition(office2, { id, reason: "缺风险" }))
  const staged = value(await importFile(office2, await aFile(aHandbook()), { draft: id }))
  value(await confirmImport(office2, { id: staged.id }))
  value(await submitEdition(office, { id }))
  expect((await nothingBy(() => publishEdition(office2, { id, effectiveFrom: "2027-04-01" }))).code).toBe("separation-of-duties")
})

test("an edition takes effect on a quarter's first day, later than the one before", async () => {
  const id = await inReview()
  const messages: (string | undefined)[] = []
  for (const effectiveFrom of ["2027-02-01", "2027-01-01"]) messages.push((await nothingBy(() => publishEdition(office2, { id, effectiveFrom }))).errors?.[0]?.message)
  expect(messages).toEqual(["handbook.errors.quarterStart", "handbook.errors.notLater"])
})

test("an incomplete edition is not published, and what it lacks is listed", async () => {
  const lacking = aPoint("8.1.1.1", { operatingTest: { ...aPoint("8.1.1.1").operatingTest, procedure: null } })
  const chapter = aChapter([lacking])
  const { editionId: id } = await aDraft(aHandbook({ chapters: [{ ...chapter, steps: chapter.steps.map((one) => ({ ...one, position: "" })) }] }))
  value(await submitEdition(office, { id }))
  const refusal = await nothingBy(() => publishEdition(office2, { id, effectiveFrom: "2027-04-01" }))
  expect(refusal.message).toBe("handbook.refusals.incomplete")
  expect(refusal.errors?.map(({ message, path }) => `${message} ${path}`)).toEqual(["handbook.errors.positionMissing 8.1.1", "handbook.errors.procedureMissing 8.1.1.1"])
})

test("another version than the one seen conflicts", async () => {
  const { editionId: id } = await aDraft()
  expect((await nothingBy(() => submitEdition(office, { id, version: 99 }))).code).toBe("stale-version")
  expect((await nothingBy(() => discardEdition(office, { id, version: 99 }))).code).toBe("stale-version")
  value(await submitEdition(office, { id, version: 1 }))
  expect((await nothingBy(() => returnEdition(office2, { id, version: 1, reason: "x" }))).code).toBe("stale-version")
  expect((await nothingBy(() => publishEdition(office2, { id, version: 1, effectiveFrom: "2027-04-01" }))).code).toBe("stale-version")
})

test("a draft that moved after the preview is not overwritten", async () => {
  const { editionId } = await aDraft()
  const one = value(await importFile(office, await aFile(aHandbook()), { draft: editionId }))
  const other = value(await importFile(office2, await aFile(aHandbook({ chapters: [aChapter([aPoint("8.1.1.7")])] })), { draft: editionId }))
  value(await confirmImport(office, { id: one.id }))
  expect((await nothingBy(() => confirmImport(office2, { id: other.id }))).code).toBe("stale-version")
})

test("a wrong state is refused", async () => {
  const { editionId: id } = await aDraft()
  expect((await nothingBy(() => publishEdition(office2, { id, effectiveFrom: "2027-04-01" }))).code).toBe("wrong-state")
  expect((await nothingBy(() => returnEdition(office2, { id, reason: "x" }))).code).toBe("wrong-state")
  value(await submitEdition(office, { id }))
  expect((await nothingBy(() => submitEdition(office, { id }))).code).toBe("wrong-state")
  expect((await nothingBy(() => discardEdition(office, { id }))).code).toBe("wrong-state")
})

test("for a plant there is no draft and no upload: not found", async () => {
  const { editionId: id } = await aDraft()
  const finance = company.people.finance
  const staged = value(await importFile(office, await aFile(aHandbook()), { draft: id }))
  for (const act of [
    () => importFile(finance, "prisma/handbook/first-workbook.xlsx"), () => confirmImport(finance, { id: staged.id }), () => submitEdition(finance, { id }),
    () => returnEdition(finance, { id, reason: "x" }), () => publishEdition(finance, { id, effectiveFrom: "2027-04-01" }), () => discardEdition(finance, { id }),
  ]) expect((await nothingBy(act)).code).toBe("not-found")
})

test("who reaches the company without keeping the handbook is told who does", async () => {
  const { editionId: id } = await aDraft()
  const auditor = company.people.internalAudit
  for (const act of [() => importFile(auditor, "prisma/handbook/first-workbook.xlsx"), () => submitEdition(auditor, { id }), () => discardEdition(auditor, { id })]) {
    expect(await nothingBy(act)).toMatchObject({ code: "not-allowed", who: ["control-office"] })
  }
})

test("the set-up publishes a first edition only", async () => {
  const { editionId: id } = await aDraft()
  value(await submitEdition(office, { id }))
  expect((await nothingBy(() => publishEdition(seed, { id, effectiveFrom: "2027-04-01" }))).message).toBe("handbook.refusals.firstOnly")
})

test("a point is taken out for one unit with a reason, and comes back", async () => {
  const edition = await asReader(office, ({ tx }) => editionInForceIn(tx, "2026-11-22"))
  const applicable = (unitId: string, kind: string) => asReader(office, async ({ tx }) => (await applicablePointsIn(tx, { id: unitId, kind }, edition?.id ?? "")).map(({ code }) => code))
  expect(await applicable(company.east, "coal")).toEqual(["8.1.1.1", "8.1.1.2"])
  expect(await applicable(company.hq, "company")).toEqual([])
  const point = (await listControlPoints(office, { edition: edition?.id })).items.find(({ code }) => code === "8.1.1.2")
  const input = { unitId: company.east, pointId: point?.id ?? "", applicable: false, reason: "无此业务" }
  const before = await events()
  value(await overrideApplicability(office, input))
  expect(await events()).toEqual([...before, "handbook.applicability-overridden"])
  expect(await applicable(company.east, "coal")).toEqual(["8.1.1.1"])
  expect(await applicable(company.north, "gas")).toEqual(["8.1.1.1", "8.1.1.2"])
  expect((await nothingBy(() => overrideApplicability(office, input))).message).toBe("handbook.refusals.noDifferenceFromDecision")
  expect((await nothingBy(() => overrideApplicability(company.people.finance, { ...input, applicable: true }))).code).toBe("not-allowed")
  expect((await nothingBy(() => overrideApplicability(company.people.northFinance, { ...input, applicable: true }))).code).toBe("not-found")
  value(await overrideApplicability(office, { ...input, applicable: true }))
  expect(await applicable(company.east, "coal")).toEqual(["8.1.1.1", "8.1.1.2"])
})

test("the database itself keeps a published edition and a second one in force away", async () => {
  const enter = (sql: string) => asApplication(`with e as (select kp_enter('seed', null, null, 'operating', null)) select * from e; ${sql}`)
  const [edition] = await asOwner<{ id: string }>(`select id from "Edition" where status = 'published'`)
  await expect(enter(`update "PointVersion" set "titleZh" = 'x' where "editionId" = '${edition?.id}'`)).rejects.toMatchObject({ code: "KP001" })
  await expect(enter(`update "Edition" set "titleZh" = 'x' where id = '${edition?.id}'`)).rejects.toMatchObject({ code: "KP001" })
  await expect(enter(`delete from "Edition" where id = '${edition?.id}'`)).rejects.toMatchObject({ code: "KP001" })
  const other = await inReview()
  await expect(enter(`update "Edition" set status = 'published' where id = '${other}'`)).rejects.toMatchObject({ code: "23505" })
})

test("a search finds codes, English words and Chinese without spaces", async () => {
  const { number } = await aDraft(aHandbook({ chapters: [aChapter([aPoint("8.1.1.1", { title: { zh: "电费结算复核", en: "Review of settlement" } }), aPoint("8.1.1.2")])] }))
  const [draft] = await asOwner<{ id: string }>(`select id from "Edition" where number = $1`, [number])
  const codes = async (q: string) => (await listControlPoints(office, { edition: draft?.id, q })).items.map(({ code }) => code)
  expect(await codes("电费复核")).toEqual(["8.1.1.1"])
  expect(await codes("電費")).toEqual(["8.1.1.1"])
  expect(await codes("settlement review")).toEqual(["8.1.1.1"])
  expect(await codes("8.1.1")).toEqual(["8.1.1.1", "8.1.1.2"])
  expect(await codes("8.1.1.2")).toEqual(["8.1.1.2"])
  expect(await codes("燃料")).toEqual([])
})

test("a file that is no workbook is refused, and nothing is kept of it", async () => {
  const good = await readFile("prisma/handbook/first-workbook.xlsx")
  const refusals: string[] = []
  const encrypted = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(600)])
  for (const bytes of [Buffer.from("编号,标题\n1,2\n"), good.subarray(0, 5000), encrypted, Buffer.alloc(21 * 1024 * 1024)]) {
    const place = await aFile(new Uint8Array(bytes))
    refusals.push((await nothingBy(() => importFile(office, place))).message)
  }
  expect(refusals).toEqual(["workbook.not-a-workbook", "workbook.damaged", "workbook.encrypted", "workbook.too-large"])
})

test("the first page tells the editions and uploads that the reader sees", async () => {
  const overview = await handbookOverview(office)
  const stored = await asReader(office, async ({ tx }) => ({ inForce: await editionInForceIn(tx), editions: await editionsIn(tx), imports: await importsIn(tx), company: await companyIn(tx) }))
  expect(overview).toMatchObject({ edition: stored.inForce, company: { id: company.hq, kind: "company" } })
  expect(overview.edition?.effectiveFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(overview.company).toEqual(stored.company)
  expect(overview.editions.map((edition) => ({ ...edition, effectiveFrom: edition.effectiveFrom && dateOf(edition.effectiveFrom) }))).toEqual(stored.editions.map(
    ({ id, number, titleZh, titleEn, status, effectiveFrom, draftedAt, publishedAt }) => ({ id, number, titleZh, titleEn, status, effectiveFrom, draftedAt, publishedAt })))
  expect(overview.imports.length).toBeGreaterThan(0)
  expect(overview.imports).toEqual(stored.imports.map(({ id, name, uploadedAt, confirmedAt, edition }) => ({ id, name, uploadedAt, confirmedAt, edition })))
  const plant = await handbookOverview(company.people.finance)
  expect(plant).toMatchObject({ edition: stored.inForce, company: null, imports: [] })
  expect(plant.editions.every(({ status }) => status === "published" || status === "superseded")).toBe(true)
})
