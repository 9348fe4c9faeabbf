import { afterEach, beforeAll, expect, test } from "vitest"
import { applicablePointsIn, pointVersionIn } from "@/lib/handbook/queries/points"
import { headingsIn } from "@/lib/handbook/queries/headings"
import { keptIn, wordsIn } from "@/lib/handbook/queries/kept"
import { listControlPoints } from "@/lib/handbook/queries/list"
import { titlesIn } from "@/lib/handbook/queries/titles"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { refuse } from "@/lib/platform/refusal"
import { buildCompany, type Company } from "../builders/company"
import { pointData } from "../builders/edition"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let office: Actor
const draft = newId()
const wording = newId()

async function draftIn(tx: Parameters<typeof keptIn>[0], id: string, version: string): Promise<void> {
  const [nodeId, pointId] = [newId(), newId()]
  await tx.edition.create({ data: { id, number: `D-${id.slice(-6)}`, titleZh: "草稿", titleEn: "Draft", draftedAt: new Date() } })
  await tx.handbookNode.create({ data: { id: nodeId, editionId: id, code: "9.1", kind: "process", ordinal: 1, titleZh: "流程", objectiveZh: "目标", kinds: ["coal"], kindsReasonZh: "适用" } })
  await tx.point.create({ data: { id: pointId, createdAt: new Date() } })
  await tx.pointVersion.create({ data: { ...pointData(0, "monthly"), id: version, editionId: id, pointId, nodeId, kinds: ["coal"] } })
}

const keeps = (id: string) => globalThis.keypointEditions?.has(id) ?? false
const inside = (actor: Actor, id: string) => asReader(actor, async ({ tx }) => (await keptIn(tx, id))?.points.map(({ code }) => code) ?? null)

beforeAll(async () => {
  company = await buildCompany()
  office = company.people.office
  await asActor(office, "test.draft", ({ tx }) => draftIn(tx, draft, wording))
})

afterEach(() => globalThis.keypointEditions?.clear())

test("a published edition is read once, and everybody inside gets the same words", async () => {
  expect(keeps(company.editionId)).toBe(false)
  const first = await asReader(office, ({ tx }) => keptIn(tx, company.editionId))
  expect(first?.points).toHaveLength(company.points.length)
  for (const person of [company.people.northOwner, company.people.externalAudit]) expect(await asReader(person, ({ tx }) => keptIn(tx, company.editionId))).toBe(first)
})

test("nobody is given kept words but through the door", async () => {
  expect(await inside(office, company.editionId)).toHaveLength(company.points.length)
  const [version = ""] = company.points.map(({ versionId }) => versionId)
  await database().$transaction(async (tx) => {
    expect(await keptIn(tx, company.editionId)).toBeNull()
    expect((await wordsIn(tx, company.editionId)).points).toEqual([])
    expect(await pointVersionIn(tx, version)).toBeNull()
    expect([await headingsIn(tx, [version]), await titlesIn(tx, company.editionId)].map(({ size }) => size)).toEqual([0, 0])
    expect(await applicablePointsIn(tx, { id: company.east, kind: "coal" }, company.editionId)).toEqual([])
  })
})

test("a draft is never kept: the office reads it as it is now, a plant and an auditor not at all", async () => {
  const titles = async (actor: Actor) => (await listControlPoints(actor, { edition: draft })).items.map(({ title }) => title.zh)
  expect(await titles(office)).toEqual(["测试点1"])
  await asActor(office, "test.reword", async ({ tx }) => { await tx.pointVersion.update({ where: { id: wording }, data: { titleZh: "改过" } }) })
  expect(await titles(office)).toEqual(["改过"])
  expect(keeps(draft)).toBe(false)
  for (const person of [company.people.finance, company.people.externalAudit]) {
    expect(await titles(person)).toEqual([])
    expect(await asReader(person, async ({ tx }) => [await pointVersionIn(tx, wording), (await headingsIn(tx, [wording])).size])).toEqual([null, 0])
  }
})

test("an edition that a command publishes and takes back is not kept", async () => {
  const [id, version] = [newId(), newId()]
  const result = await asActor(office, "test.publish", async ({ tx }) => {
    await tx.edition.update({ where: { id: company.editionId }, data: { status: "superseded" } })
    await draftIn(tx, id, version)
    await tx.edition.update({ where: { id }, data: { status: "published", publishedAt: new Date(), effectiveFrom: new Date("2026-01-01") } })
    expect([(await wordsIn(tx, id)).points.length, await keptIn(tx, id), (await pointVersionIn(tx, version))?.id]).toEqual([1, null, version])
    return refuse("conflict", "common.refusals.idempotency")
  })
  expect(result.ok).toBe(false)
  expect([keeps(id), await inside(office, id), await inside(office, company.editionId)]).toEqual([false, null, company.points.map(({ code }) => code)])
})

test("what is kept cannot be changed by who reads it", async () => {
  const words = await asReader(office, ({ tx }) => wordsIn(tx, company.editionId))
  expect(() => words.points.reverse()).toThrow(TypeError)
  expect(() => words.points[0]?.kinds.push("wind")).toThrow(TypeError)
})

test("no more than four editions are kept", async () => {
  await inside(office, company.editionId)
  const some = globalThis.keypointEditions?.get(company.editionId)
  for (let index = 0; index < 9; index++) if (some) globalThis.keypointEditions?.set(`${index}`, some)
  await inside(office, company.editionId)
  expect([...(globalThis.keypointEditions?.keys() ?? [])]).toEqual(["6", "7", "8", company.editionId])
})

test("points stand in the handbook's order: by their process as it is ordered there, then by the numbers of their codes", async () => {
  const edition = newId()
  const places = await asActor(office, "test.order", async ({ tx }) => {
    await tx.edition.create({ data: { id: edition, number: `D-${edition.slice(-6)}`, titleZh: "草稿", titleEn: "Draft", draftedAt: new Date() } })
    for (const [ordinal, node, codes] of [[2, "9.1", ["9.1.10", "9.1.2"]], [1, "9.2", ["9.2.1"]]] as const) {
      const nodeId = newId()
      await tx.handbookNode.create({ data: { id: nodeId, editionId: edition, code: node, kind: "process", ordinal, titleZh: node, objectiveZh: "目标", kinds: ["coal"], kindsReasonZh: "适用" } })
      for (const code of codes) {
        const point = await tx.point.create({ data: { id: newId(), createdAt: new Date() } })
        await tx.pointVersion.create({ data: { ...pointData(0, "monthly"), id: newId(), code, titleZh: code, editionId: edition, pointId: point.id, nodeId, kinds: ["coal"] } })
      }
    }
    return [...(await titlesIn(tx, edition)).values()].toSorted((one, other) => one.place - other.place).map(({ title }) => title.zh)
  })
  expect(places).toMatchObject({ ok: true, value: ["9.2.1", "9.1.2", "9.1.10"] })
})
