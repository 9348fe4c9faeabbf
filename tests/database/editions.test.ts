import { beforeAll, expect, test } from "vitest"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { discardEdition, publishEdition, returnEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { revisePoint } from "@/lib/handbook/commands/revise-point"
import { waiveFault } from "@/lib/handbook/commands/waive"
import { comparison } from "@/lib/handbook/queries/compare"
import { contentIn } from "@/lib/handbook/queries/content"
import { editionPage } from "@/lib/handbook/queries/edition-page"
import { impactOf } from "@/lib/handbook/queries/impact"
import { editionsWaitingIn } from "@/lib/handbook/queries/waiting"
import { listControlPoints } from "@/lib/handbook/queries/list"
import type { PointContent } from "@/lib/handbook/schema/content"
import { revisePointSchema, type RevisePoint } from "@/lib/handbook/schema/revise"
import { importFile } from "@/lib/handbook/workbook/import"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Result } from "@/lib/platform/refusal"
import { assignOwner } from "@/lib/units/commands/owners"
import { buildCompany, type Company } from "../builders/company"
import { aChapter, aFile, aHandbook, aPoint } from "../builders/handbook"
import { asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let office: Actor
let office2: Actor
const now = new Date("2026-11-22T02:00:00Z")

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

const events = async () => (await asOwner<{ type: string }>(`select canonical::jsonb->>'type' as type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)

/** What a refusal leaves behind: the same editions, points, waivers and trail. */
async function refusal(act: () => Promise<Result<unknown>>) {
  const state = async () => [await events(), await asOwner(`select * from "Edition" order by id`), await asOwner(`select * from "PointVersion" order by id`), await asOwner(`select * from "FaultWaiver" order by id`)]
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal
}

const untested = { population: { zh: "工资表", en: null }, procedure: null, attributes: [], exception: null }

async function imported(points: PointContent[]) {
  const staged = value(await importFile(office, await aFile(aHandbook({ chapters: [aChapter(points)], positions: ["finance.clerk", "finance.head"].map((code) => ({ code, department: "finance", title: { zh: code, en: null } })) })), { draft: "new" }))
  return value(await confirmImport(office, { id: staged.id })).editionId
}

beforeAll(async () => {
  company = await buildCompany()
  office = actingAt(company.people.office, now)
  office2 = actingAt(company.people.office2, now)
  const id = await imported([aPoint("8.1.1.1"), aPoint("8.1.1.2")])
  value(await submitEdition(office, { id }))
  value(await publishEdition(office2, { id, effectiveFrom: "2026-10-01" }))
})

function form(content: PointContent, changes: Partial<Record<keyof RevisePoint, string>>): Omit<RevisePoint, "id" | "pointId"> {
  const { population, procedure, exception } = content.operatingTest
  const said = {
    title: content.title.zh, description: content.description.zh, objective: content.objective.zh, risk: content.risk.zh, designTest: content.designTest.zh,
    population: population?.zh, procedure: procedure?.zh, exception: exception?.zh, titleEn: content.title.en, frequency: content.frequency, nature: content.nature,
    effect: content.effect, ownerPosition: content.ownerPosition,
  }
  return revisePointSchema.omit({ id: true, pointId: true }).parse({ ...said, ...changes })
}

async function draftPoint(editionId: string, code = "8.1.1.1") {
  const content = (await asReader(office, ({ tx }) => contentIn(tx, editionId))).chapters.flatMap(({ points }) => points).find((point) => point.code === code)
  const listed = (await listControlPoints(office, { edition: editionId })).items.find((point) => point.code === code)
  if (!content || !listed) throw new Error(`no ${code}`)
  return { content, pointId: listed.id }
}

test("a draft begins as the edition published last; an amendment has it as its parent and counts on from its number", async () => {
  const before = (await events()).length
  const amendment = value(await beginDraft(office, { kind: "amendment" }))
  expect((await events()).slice(before)).toEqual(["handbook.amendment-begun"])
  expect(amendment.number).toMatch(/^2026-\d+\.1$/)
  const [row] = await asOwner<{ parent: string | null; points: number }>(`select p.number as parent, (select count(*)::int from "PointVersion" v where v."editionId" = e.id) as points from "Edition" e left join "Edition" p on p.id = e."parentId" where e.id = $1`, [amendment.id])
  expect(row).toEqual({ parent: amendment.number.split(".")[0], points: 2 })
  expect(value(await beginDraft(office, { kind: "amendment" })).number).toBe(`${amendment.number.split(".")[0]}.2`)
  const next = value(await beginDraft(office, { kind: "edition" }))
  expect(next.number).toMatch(/^2026-\d+$/)
  expect((await comparison(office, next.id, undefined))?.nodes).toEqual([])
  expect(await refusal(() => beginDraft(actingAt(company.people.finance, now), { kind: "edition" }))).toMatchObject({ code: "not-found" })
})

test("a point of a draft is worded anew, and the comparison shows the words; who did it does not publish", async () => {
  const { id } = value(await beginDraft(office2, { kind: "edition" }))
  const { content, pointId } = await draftPoint(id)
  const before = (await events()).length
  value(await revisePoint(office, { id, pointId, ...form(content, { risk: "少记应付职工薪酬。", frequency: "weekly" }) }))
  expect((await events()).slice(before)).toEqual(["handbook.point-revised"])
  const page = await comparison(office, id, undefined)
  expect(page?.nodes).toMatchObject([{ code: "8.1", changes: [{ kind: "changed", code: "8.1.1.1", fields: [{ field: "risk", after: { zh: "少记应付职工薪酬。" } }, { field: "frequency", before: "monthly", after: "weekly" }] }] }])
  value(await submitEdition(office2, { id }))
  expect(await refusal(() => publishEdition(office, { id, effectiveFrom: "2027-01-01" }))).toMatchObject({ code: "separation-of-duties" })
})

test("a submitted draft waits for the second person, a returned one for who drafted it, and neither for a plant", async () => {
  const waiting = async (actor: Actor) => (await asReader(actor, editionsWaitingIn)).filter((edition) => edition.id === id)
  const { id, number } = value(await beginDraft(office, { kind: "edition" }))
  expect(await waiting(office)).toEqual([])
  value(await submitEdition(office, { id }))
  expect(await waiting(office2)).toEqual([{ id, number, toReview: true }])
  expect(await waiting(office)).toEqual([])
  value(await returnEdition(office2, { id, reason: "缺运行测试程序。" }))
  expect(await waiting(office)).toEqual([{ id, number, toReview: false }])
  expect(await waiting(office2)).toEqual([])
  expect(await waiting(actingAt(company.people.finance, now))).toEqual([])
})

test("a published edition is edited by no way: not by command, nor by SQL as the database's owner", async () => {
  const [force] = await asOwner<{ id: string }>(`select id from "Edition" where status = 'published'`)
  const { content, pointId } = await draftPoint(force?.id ?? "")
  expect(await refusal(() => revisePoint(office, { id: force?.id ?? "", pointId, ...form(content, { risk: "x" }) }))).toMatchObject({ code: "wrong-state", message: "handbook.refusals.notDraft" })
  await expect(asOwner(`update "PointVersion" set "titleZh" = 'x' where "editionId" = $1`, [force?.id])).rejects.toMatchObject({ code: "KP001" })
  await expect(asOwner(`delete from "Step" where "editionId" = $1`, [force?.id])).rejects.toMatchObject({ code: "KP001" })
})

test("revising is refused for a plant, with an old version, without a change, and with an unknown position", async () => {
  const { id } = value(await beginDraft(office, { kind: "edition" }))
  const { content, pointId } = await draftPoint(id)
  const attempt = (actor: Actor, changes: Parameters<typeof form>[1], version?: number) => refusal(() => revisePoint(actor, { id, pointId, version, ...form(content, changes) }))
  expect(await attempt(actingAt(company.people.finance, now), { risk: "x" })).toMatchObject({ code: "not-found" })
  expect(await attempt(office, { risk: "x" }, 9)).toMatchObject({ code: "stale-version" })
  expect(await attempt(office, {})).toMatchObject({ message: "handbook.refusals.noDifference" })
  expect(await attempt(office, { ownerPosition: "nobody" })).toMatchObject({ errors: [{ path: "ownerPosition" }] })
})

test("what is incomplete is published only once each fault was let pass with a reason", async () => {
  const id = await imported([aPoint("8.1.1.1", { operatingTest: untested }), aPoint("8.1.1.2", { operatingTest: untested })])
  value(await submitEdition(office, { id }))
  const refused = await refusal(() => publishEdition(office2, { id, effectiveFrom: "2027-01-01" }))
  expect(refused.errors).toHaveLength(2)
  const before = (await events()).length
  value(await waiveFault(office, { id, fault: "procedureMissing 8.1.1.1", reason: "测试程序待培训后补充。" }))
  expect((await events()).slice(before)).toEqual(["handbook.fault-waived"])
  expect((await refusal(() => publishEdition(office2, { id, effectiveFrom: "2027-01-01" }))).errors).toMatchObject([{ path: "8.1.1.2" }])
  expect(await refusal(() => waiveFault(office, { id, fault: "procedureMissing 8.1.1.1", reason: "再次放行同一问题。" }))).toMatchObject({ message: "handbook.refusals.noFault" })
  expect(await refusal(() => waiveFault(office, { id, version: 1, fault: "procedureMissing 8.1.1.2", reason: "旧页面提交的放行。" }))).toMatchObject({ code: "stale-version" })
  expect(await refusal(() => waiveFault(actingAt(company.people.finance, now), { id, fault: "procedureMissing 8.1.1.2", reason: "电厂不能放行。" }))).toMatchObject({ code: "not-found" })
  value(await waiveFault(office, { id, fault: "procedureMissing 8.1.1.2", reason: "测试程序待培训后补充。" }))
  expect((await editionPage(office, id))?.faults).toEqual([])
  value(await publishEdition(office2, { id, effectiveFrom: "2027-01-01" }))
  await expect(asOwner(`update "FaultWaiver" set reason = 'x'`)).rejects.toMatchObject({ code: "KP001" })
  await expect(asOwner(`insert into "FaultWaiver" values (gen_random_uuid(), $1, 'late', 'x', null, now())`, [id])).rejects.toMatchObject({ code: "KP001" })
})

test("a discarded draft takes its waivers along", async () => {
  const id = await imported([aPoint("8.1.1.1", { operatingTest: untested })])
  value(await waiveFault(office, { id, fault: "procedureMissing 8.1.1.1", reason: "测试程序待培训后补充。" }))
  value(await discardEdition(office, { id }))
  expect(await asOwner(`select id from "FaultWaiver" where "editionId" = $1`, [id])).toEqual([])
})

test("before publishing, each plant's points that come, go and change hands are known", async () => {
  const [force] = await asOwner<{ id: string; pointId: string }>(`select e.id, v."pointId" from "Edition" e join "PointVersion" v on v."editionId" = e.id where e.status = 'published' and v.code = '8.1.1.1'`)
  value(await assignOwner(actingAt(company.people.finance, now), { unitId: company.east, pointId: force?.pointId ?? "", personId: company.people.owner.personId ?? "", from: "2026-11-22" }))
  const id = await imported([aPoint("8.1.1.1", { ownerPosition: "finance.head" }), aPoint("8.1.1.9")])
  const east = (await impactOf(office, id, force?.id ?? "")).find(({ unit }) => unit.id === company.east)
  expect(east).toMatchObject({ added: [{ code: "8.1.1.9" }], removed: [{ code: "8.1.1.2" }], moved: [{ point: { code: "8.1.1.1" }, from: "finance.clerk", ownerId: company.people.owner.personId }] })
  expect((await impactOf(company.people.finance, id, force?.id ?? "")).map(({ added }) => added)).toEqual([[]])
})

test("two editions in force are refused by the database", async () => {
  const { id } = value(await beginDraft(office, { kind: "edition" }))
  await expect(asOwner(`update "Edition" set status = 'published', "effectiveFrom" = '2027-07-01' where id = $1`, [id])).rejects.toMatchObject({ constraint: "kp_one_edition_in_force" })
})
