import { beforeAll, expect, test } from "vitest"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { listRequests } from "@/lib/change-requests/queries/requests"
import { requestFilterSchema } from "@/lib/change-requests/schema"
import { registerDeficiency } from "@/lib/deficiencies/commands/raise"
import { listDeficiencies } from "@/lib/deficiencies/queries/list"
import { deficiencyFilterSchema } from "@/lib/deficiencies/schema/filter"
import { pointPage } from "@/lib/handbook/queries/point"
import { pointLifeIn } from "@/lib/handbook/queries/point-life"
import { pointWhole } from "@/lib/handbook/queries/point-whole"
import { asReader } from "@/lib/platform/door"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { acceptUse } from "@/lib/evidence/commands/review"
import { recordOf } from "@/lib/evidence/queries/record"
import { buildCompany, type Company } from "../builders/company"
import { at, gave, logEvidence, planQuarter } from "../builders/evidence"
import { buildQuarter, type BuiltQuarter } from "../builders/quarter"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let east: BuiltQuarter
let north: BuiltQuarter
let failed: { pointId: string; code: string }
const on = (actor: Actor) => actingAt(actor, at("2026-11-22"))

beforeAll(async () => {
  company = await buildCompany()
  east = await buildQuarter(company, "2026-Q3", { finished: true, deficiency: "registered" })
  north = await buildQuarter(company, "2026-Q3", { unit: company.north, deficiency: "closed" })
  const code = east.tests[1]?.code
  failed = company.points.find((point) => point.code === code) ?? { pointId: "", code: "" }
  const owed = (await planQuarter(company, "2026-Q3")).filter((one) => one.pointId === failed.pointId).toSorted((one, other) => one.periodEnd.localeCompare(other.periodEnd))
  const [accepted, waiting] = owed
  const record = await logEvidence(company.people.owner, accepted?.id ?? "", "2026-08-01", { occurredOn: accepted?.periodEnd })
  const use = (await recordOf(company.people.owner, record.id))?.versions[0]?.uses[0]
  gave(await acceptUse(actingAt(company.people.evidenceReviewer, at("2026-08-02")), { id: use?.id ?? "", revision: undefined }))
  await logEvidence(company.people.owner, waiting?.id ?? "", "2026-08-20", { occurredOn: waiting?.periodEnd })
})

test("the company sees a point's quarters, tests and deficiencies in every plant, with their papers", async () => {
  const life = await asReader(on(company.people.office), (work) => pointLifeIn(work, failed.pointId))
  expect(life.quarters).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
  expect(life.units.map(({ unit }) => unit.id).toSorted()).toEqual([company.east, company.north].toSorted())
  const lived = life.units.find(({ unit }) => unit.id === company.east)?.lived.get("2026-Q3")
  expect(lived?.test).toMatchObject({ id: east.tests[1]?.id, assessmentId: east.assessmentId, conclusion: "ineffective", standing: "reviewed" })
  const counts = new Map(lived?.evidence.map(({ status, count }) => [status, count]))
  expect([counts.get("accepted"), counts.get("submitted")]).toEqual([1, 1])
  expect(counts.get("overdue")).toBeGreaterThan(0)
  expect(life.deficiencies.map(({ number, status }) => [number, status]).toSorted()).toEqual([[east.deficiencyNumber, "registered"], [north.deficiencyNumber, "closed"]].toSorted())
})

test("a plant sees its own rows alone, whoever asks there", async () => {
  for (const person of [company.people.northManager, company.people.northOwner, company.people.northFinance]) {
    const life = await asReader(on(person), (work) => pointLifeIn(work, failed.pointId))
    expect(life.units.map(({ unit }) => unit.id)).toEqual([company.north])
    expect(life.units[0]?.lived.get("2026-Q3")).toMatchObject({ evidence: [], test: { id: north.tests[1]?.id } })
    expect(life.deficiencies.map(({ unitId }) => unitId)).toEqual([company.north])
    const page = await pointPage(on(person), failed.pointId)
    expect(page?.units.map(({ unit, owner }) => [unit.id, owner])).toEqual([[company.north, null]])
  }
})

test("an external auditor to whom nothing was released sees no row of any plant", async () => {
  const life = await asReader(on(company.people.externalAudit), (work) => pointLifeIn(work, failed.pointId))
  expect([life.units, life.deficiencies]).toEqual([[], []])
})

test("who owns the point stands by its unit, and the page leads to the points before and after", async () => {
  const page = await pointPage(on(company.people.office), failed.pointId)
  expect(page?.units.find(({ unit }) => unit.id === company.east)?.owner).toEqual({ zh: "owner", en: "owner" })
  expect(page?.units.find(({ unit }) => unit.id === company.north)?.owner).toBeNull()
  const place = company.points.findIndex(({ pointId }) => pointId === failed.pointId)
  expect([page?.neighbours.before?.id, page?.neighbours.after?.id]).toEqual([company.points[place - 1]?.pointId, company.points[place + 1]?.pointId])
  const first = await pointPage(on(company.people.office), company.points[0]?.pointId ?? "")
  expect(first?.neighbours.before).toBeNull()
})

test("a quarter in which nothing fell is empty, and an unknown point has no life", async () => {
  const life = await asReader(on(company.people.office), (work) => pointLifeIn(work, failed.pointId))
  expect(life.units[0]?.lived.get("2026-Q1")).toEqual({ evidence: [], test: null })
  expect((await asReader(on(company.people.office), (work) => pointLifeIn(work, company.east))).units).toEqual([])
  expect(await pointPage(on(company.people.office), company.east)).toBeNull()
})

test("its page in one statement tells what the rooms' own lists tell: deficiencies with their owners, and requests", async () => {
  const office = on(company.people.office)
  gave(await registerDeficiency(on(company.people.owner), {
    unitId: company.east, pointId: failed.pointId, kind: "operating", source: "self-report", financialReporting: true, title: "未按月核对", description: "十月未核对。",
  }))
  gave(await submitRequest(on(company.people.owner), {
    unitId: company.east, code: failed.code, field: "frequency", proposed: "quarterly", proposedEn: null, practice: "每季度核对一次。", reason: "业务量已减少。",
  }))
  const whole = await pointWhole(office, failed.pointId)
  const listed = (await listDeficiencies(office, deficiencyFilterSchema.parse({ limit: 200 }))).items.filter(({ pointId }) => pointId === failed.pointId)
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect(whole?.life.deficiencies.toSorted(byId)).toEqual(listed.toSorted(byId))
  expect(whole?.life.deficiencies.flatMap(({ owner }) => owner?.name ?? [])).toEqual([{ zh: "owner", en: "owner" }])
  expect(whole?.requests).toEqual((await listRequests(office, requestFilterSchema.parse({ point: failed.pointId }))).items)
  expect(whole?.requests).toHaveLength(1)
  expect(whole?.page.edition).toMatchObject({ id: company.editionId, effectiveFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect((await pointWhole(office, failed.pointId, "no such edition"))?.page.edition.id).toBe(company.editionId)
  expect([await pointWhole(office, company.east), await pointWhole(office, "nothing")]).toEqual([null, null])
})
