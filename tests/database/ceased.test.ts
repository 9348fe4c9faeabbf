import { beforeEach, expect, test } from "vitest"
import { openAssessment } from "@/lib/assessments/commands/open"
import { yearOverview } from "@/lib/assessments/queries/list"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { planObligations } from "@/lib/evidence/commands/plan"
import { listObligations } from "@/lib/evidence/queries/obligations"
import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { actorOfPerson } from "@/lib/platform/identity"
import { draftScope, reviseScope } from "@/lib/scoping/commands/draft"
import { decideUnits } from "@/lib/scoping/commands/prepare"
import { scopePage } from "@/lib/scoping/queries/page"
import { prepareStatement } from "@/lib/statements/commands/prepare"
import { standingsOfYear, standingStatement } from "@/lib/statements/queries/list"
import { setClosing } from "@/lib/units/commands/closing"
import { grantRole } from "@/lib/units/commands/roles"
import { foundUnit } from "@/lib/units/commands/units"
import { ownershipMatrix } from "@/lib/units/queries/matrix"
import { positionLoads } from "@/lib/units/queries/workload"
import { addPerformer } from "@/lib/units/commands/performers"
import { assignOwner, assignOwners } from "@/lib/units/commands/owners"
import { closeAccount, holdPosition } from "@/lib/units/commands/people"
import { listUnits } from "@/lib/units/queries/units"
import { anApprovedScope } from "../builders/scope"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { at, gave, logEvidence } from "../builders/evidence"
import { codeOf, done } from "../builders/outcome"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const on = (name: CastName, when = "2026-11-20"): Actor => actingAt(company.people[name], at(when))
const idOf = (name: CastName) => company.people[name].personId ?? ""
const close = (to: string | undefined, more: { who?: CastName; when?: string; unitId?: string; version?: number } = {}) =>
  setClosing(on(more.who ?? "admin", more.when ?? "2026-11-01"), { unitId: more.unitId ?? company.east, to, version: more.version, reason: "机组全部关停，资产移交。" })
const ceaseOn = async (day: string) => gave(await close(day))
const periodsOwed = async () => [...new Set((await listObligations(on("finance"), { unit: company.east, limit: 200 })).items.map(({ period }) => period))].toSorted()

beforeEach(async () => {
  company = await buildCompany()
})

test("the administrator of the company gives the day, moves it and takes it back, with one event each; a refusal leaves none", async () => {
  const closes = async () => (await listUnits(on("finance"))).find(({ id }) => id === company.east)?.to
  expect(await eventsAdded(company.east, async () => {
    for (const who of ["finance", "office", "manager", "leadership"] as const) expect(await codeOf(close("2026-12-01", { who }))).toBe("not-allowed")
    await done(grantRole(seed, { unitId: company.east, personId: idOf("performer"), role: "administrator", from: undefined, to: undefined }))
    const keeper = (await actorOfPerson(idOf("performer"))) ?? on("performer")
    expect(await codeOf(setClosing(keeper, { unitId: company.east, to: "2030-01-01", reason: "自行停止运作。" }))).toBe("not-allowed")
    expect(await codeOf(close("2026-12-01", { who: "northFinance" }))).toBe("not-found")
    expect(await codeOf(close("2026-12-01", { version: 99 }))).toBe("stale-version")
    expect(await codeOf(close("2026-12-01", { unitId: company.hq }))).toBe("wrong-state")
    for (const day of ["2026-10-31", undefined]) expect(await close(day)).toMatchObject({ ok: false, refusal: { code: "invalid", errors: [{ path: "to" }] } })
    expect(await closes()).toBeNull()
  })).toEqual(["units.role-granted"])
  expect(await eventsAdded(company.east, () => ceaseOn("2026-12-01"))).toEqual(["units.closing-set"])
  expect(await closes()).toBe("2026-12-01")
  expect(await eventsAdded(company.east, () => ceaseOn("2027-01-01"))).toEqual(["units.closing-set"])
  expect(await eventsAdded(company.east, async () => gave(await close(undefined)))).toEqual(["units.closing-set"])
  expect(await closes()).toBeNull()
})

test("what is below closes first, what is above not before it; nothing is founded below what has closed", async () => {
  const { id: below } = gave(await foundUnit(on("admin", "2026-10-01"), { parentId: company.east, code: `SUB-${company.east.slice(-6)}`, kind: "coal", nameZh: "二期", nameEn: "Phase two" }))
  company.people.admin = (await actorOfPerson(idOf("admin"))) ?? company.people.admin
  expect(await close("2026-12-01")).toMatchObject({ ok: false, refusal: { errors: [{ path: "to", message: "units.errors.belowOpen" }] } })
  gave(await close("2026-11-30", { unitId: below }))
  await ceaseOn("2026-12-01")
  expect(await close(undefined, { unitId: below })).toMatchObject({ ok: false, refusal: { errors: [{ path: "to", message: "units.errors.aboveCloses", params: { day: "2026-12-01" } }] } })
  const another = { parentId: company.east, code: `SUC-${company.east.slice(-6)}`, kind: "coal" as const, nameZh: "三期", nameEn: "Phase three" }
  expect(await codeOf(foundUnit(on("admin", "2026-12-01"), another))).toBe("wrong-state")
  expect(await codeOf(foundUnit(on("admin", "2026-11-30"), another))).toBe("done")
})

test("no statement is asked for or prepared for a quarter that begins after it, and none of its quarters is assessed", async () => {
  await ceaseOn("2027-01-01")
  const prepare = (quarter: string) => prepareStatement(on("finance", "2027-02-01"), { unitId: company.east, quarter, language: "zh-CN" })
  expect(await prepare("2027-Q1")).toMatchObject({ ok: false, refusal: { message: "units.refusals.ceased" } })
  expect(await prepare("2026-Q4")).toMatchObject({ ok: false, refusal: { message: "statements.refusals.noAssessment" } })
  const closedOn = async (quarter: string) => (await standingStatement(on("finance"), company.east, quarter)).closedOn
  expect([await closedOn("2026-Q4"), (await closedOn("2027-Q1"))?.toISOString().slice(0, 10)]).toEqual([null, "2027-01-01"])
  const asked = async (year: number) => (await standingsOfYear(on("finance"), year)).get(company.east)?.map(({ ceased }) => ceased)
  expect([await asked(2026), await asked(2027)]).toEqual([[false, false, false, false], [true, true, true, true]])
  expect((await yearOverview(on("finance"), 2027)).units.find(({ id }) => id === company.east)?.ceased).toEqual(["Q1", "Q2", "Q3", "Q4"])
})

test("a year that begins after it leaves the unit out of its scope, also one drafted before; what was approved stays", async () => {
  const unitsOf = async (id: string) => (await scopePage(on("office"), id))?.units.map((unit) => unit.id)
  const approved = await anApprovedScope(company, 2032)
  const { id } = gave(await draftScope(on("office"), { year: 2031 }))
  expect(await unitsOf(id)).toContain(company.east)
  gave(await close("2031-01-02"))
  expect(await unitsOf(id)).toContain(company.east)
  gave(await close("2031-01-01"))
  expect(await unitsOf(id)).toEqual(expect.not.arrayContaining([company.east]))
  expect(await codeOf(decideUnits(on("office"), { id, unitIds: [company.east], decision: "in" }))).toBe("invalid")
  expect(await unitsOf(approved)).toContain(company.east)
  expect(await unitsOf(gave(await reviseScope(on("office"), { id: approved, reason: "东厂停止运作，范围随之调整。" })).id)).toEqual(expect.not.arrayContaining([company.east]))
})

test("periods that end after the closing day are not planned, those before it are; a later quarter is refused", async () => {
  await ceaseOn("2026-11-15")
  gave(await planObligations(on("finance"), { unitId: company.east, quarter: "2026-Q4" }))
  expect(await periodsOwed()).toEqual(["2026-10", "2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44", "2026-W45"])
  expect(await codeOf(planObligations(on("finance"), { unitId: company.east, quarter: "2027-Q1" }))).toBe("wrong-state")
  expect(await eventsAdded(company.east, () => codeOf(planAssessment(on("finance"), { unitId: company.east, quarter: "2027-Q1" })))).toEqual([])
  expect(await codeOf(planAssessment(on("finance"), { unitId: company.east, quarter: "2027-Q1" }))).toBe("wrong-state")
})

test("what was planned before the day was known is owed no more, unless it was answered", async () => {
  gave(await planObligations(on("finance"), { unitId: company.east, quarter: "2026-Q4" }))
  const { items } = await listObligations(on("finance"), { unit: company.east, limit: 200 })
  const december = items.filter(({ period }) => period === "2026-12")
  expect(december.length).toBeGreaterThan(1)
  await logEvidence(company.people.owner, december[0]?.id ?? "", "2026-12-20", { occurredOn: "2026-12-20" })
  await ceaseOn("2026-12-01")
  const left = await listObligations(on("finance", "2027-02-01"), { unit: company.east, limit: 200 })
  expect(left.items.filter(({ periodEnd }) => periodEnd >= "2026-12-01").map(({ id }) => id)).toEqual([december[0]?.id])
  expect(left.total).toBe(left.items.length)
})

test("the quarter in which it closes is assessed; one planned for later is not opened", async () => {
  const running = await done(planAssessment(on("finance"), { unitId: company.east, quarter: "2026-Q4" }))
  const later = await done(planAssessment(on("finance"), { unitId: company.east, quarter: "2027-Q1" }))
  await ceaseOn("2026-12-31")
  expect(await done(openAssessment(on("finance"), { id: running.id }))).toMatchObject({ tests: company.points.length })
  expect(await codeOf(openAssessment(on("finance", "2027-01-05"), { id: later.id }))).toBe("wrong-state")
})

test("nobody is named owner, performer or holder for a day on or after it; before it they are", async () => {
  await ceaseOn("2026-12-01")
  const [point = "", other = ""] = company.points.map(({ pointId }) => pointId)
  const wanted = { unitId: company.east, pointId: point, personId: idOf("performer") }
  expect(await eventsAdded(company.east, async () => {
    expect(await codeOf(assignOwner(on("finance"), { ...wanted, from: "2026-12-01" }))).toBe("wrong-state")
    expect(await codeOf(assignOwners(on("finance", "2026-12-02"), { unitId: company.east, personId: idOf("performer"), pointIds: [point, other] }))).toBe("wrong-state")
    expect(await codeOf(addPerformer(on("finance", "2026-12-02"), wanted))).toBe("wrong-state")
    expect(await codeOf(holdPosition(on("finance"), { unitId: company.east, personId: idOf("owner"), positionId: company.positionId, from: "2026-12-01" }))).toBe("wrong-state")
  })).toEqual([])
  expect(await codeOf(assignOwner(on("finance"), { ...wanted, from: "2026-11-30" }))).toBe("done")
})

test("its points are no gaps, and who leaves afterwards hands none of them over", async () => {
  await ceaseOn("2026-11-20")
  expect((await listUnits(on("finance"))).find(({ id }) => id === company.east)).toMatchObject({ applicable: 0, owned: 0 })
  const gaps = async (day: string) => (await ownershipMatrix(on("northFinance", day), { unit: company.north, limit: 10 }))?.counts
  gave(await close("2026-11-20", { unitId: company.north }))
  expect(await gaps("2026-11-19")).toMatchObject({ gaps: expect.toSatisfy((count: number) => count > 0) })
  expect(await gaps("2026-11-20")).toMatchObject({ applicable: expect.toSatisfy((count: number) => count > 0), gaps: 0 })
  expect((await positionLoads(on("admin", "2026-11-20"))).flatMap(({ cells }) => Object.keys(cells))).not.toContain(company.north)
  expect((await listUnits(on("finance", "2026-11-19"))).find(({ id }) => id === company.east)).toMatchObject({ applicable: company.points.length, owned: company.points.length })
  expect(await eventsAdded(company.east, async () => gave(await closeAccount(on("admin"), { personId: idOf("owner") })))).toEqual(["units.account-closed"])
  expect(await beginLapsed(at("2026-11-20"))).toBe(0)
})
