import { beforeAll, describe, expect, test } from "vitest"
import { accessInForce } from "@/lib/access-reviews/queries/freeze"
import { assignTests } from "@/lib/assessments/commands/assign"
import { conclude } from "@/lib/assessments/commands/conclude"
import { freezePopulation } from "@/lib/assessments/commands/population"
import { startTest } from "@/lib/assessments/commands/start"
import { recordConformity, recordDesign } from "@/lib/assessments/commands/walkthrough"
import { deskOf } from "@/lib/assessments/queries/desk"
import { askTester, declineTester, endBorrowing, lendTester, withdrawAsking } from "@/lib/borrowings/commands/borrow"
import { askingPage } from "@/lib/borrowings/queries/asking"
import { listBorrowings } from "@/lib/borrowings/queries/borrowings"
import { borrowingFilterSchema } from "@/lib/borrowings/schema"
import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { handoverPage } from "@/lib/handovers/queries/page"
import { personPage } from "@/lib/handovers/queries/person"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { addDays, today } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"
import { assignOwner } from "@/lib/units/commands/owners"
import { listUnits } from "@/lib/units/queries/units"
import { openQuarter } from "../builders/assessment"
import { buildCompany, type Company } from "../builders/company"
import { evidenceFor, planQuarter } from "../builders/evidence"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { homeOf } from "@/lib/evidence/queries/home"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let quarter: Awaited<ReturnType<typeof openQuarter>>
const day = today(new Date())
const name = quarterOf(day)
const lent = () => company.people.northTester
const idOf = (who: keyof Company["people"]) => company.people[who].personId ?? ""
const input = (code: string, more: object = {}) => ({ testIds: [quarter.line(code).id], lastDay: addDays(day, 20), reason: "本厂没有独立的测评人。", ...more })
const due = () => company.points.filter(({ frequency }) => ["monthly", "weekly", "daily"].includes(frequency)).map(({ code }) => code)

beforeAll(async () => {
  company = await buildCompany()
  quarter = await openQuarter(company, name, quarterPeriod(name).start)
  const obligations = await planQuarter(company, name)
  for (const obligation of obligations.slice(0, 12)) {
    await submitEvidence(company.people.owner, evidenceFor([obligation.id], { occurredOn: quarterPeriod(name).start }))
  }
})

/** How many rows of EAST each table shows to an actor who asks without a where. */
async function visible(actor: Actor): Promise<Record<string, number>> {
  const tables = await asOwner<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'unitId' and table_name not like '\\_%'`)
  const counts: Record<string, number> = {}
  for (const { name: table } of tables) {
    const rows = await asReader(actor, ({ tx }) => tx.$queryRawUnsafe<{ unitId: string }[]>(`select "unitId" from "${table}"`))
    const found = rows.filter(({ unitId }) => unitId === company.east).length
    if (found > 0) counts[table] = found
  }
  return counts
}

describe("asking and lending", () => {
  test("the finance lead asks, the company's office lends, the papers are the tester's", async () => {
    const [code = ""] = due()
    const events = await eventsOf(company.east, async () => {
      const asked = await done(askTester(company.people.finance, input(code)))
      expect(await codeOf(lendTester(company.people.finance, { id: asked.id, personId: idOf("northTester") }))).toBe("not-found")
      expect(await codeOf(lendTester(company.people.office, { id: asked.id, personId: idOf("tester") }))).toBe("invalid")
      expect(await codeOf(lendTester(company.people.office, { id: asked.id, personId: idOf("northOwner") }))).toBe("invalid")
      expect(await codeOf(lendTester(company.people.office, { id: asked.id, version: 7, personId: idOf("northTester") }))).toBe("stale-version")
      expect(await codeOf(lendTester(company.people.northFinance, { id: asked.id, personId: idOf("northTester") }))).toBe("not-found")
      const both = await Promise.all([0, 1].map(() => codeOf(lendTester(company.people.office, { id: asked.id, version: 1, personId: idOf("northTester") }))))
      expect(both.toSorted()).toEqual(["done", "stale-version"])
    })
    expect(events).toEqual(["borrowings.asked", "assessments.assigned", "borrowings.lent"])
    expect((await asReader(seed, ({ tx }) => tx.test.findUniqueOrThrow({ where: { id: quarter.line(code).id }, select: { testerPersonId: true, status: true } })))).toEqual({ testerPersonId: idOf("northTester"), status: "assigned" })
    const [asking, lending, outside] = await Promise.all([company.people.finance, company.people.northFinance, company.people.externalAudit].map(async (actor) => (await listBorrowings(actor, borrowingFilterSchema.parse({}))).items))
    expect(asking).toMatchObject([{ standing: "lent", person: { zh: "northTester" }, papers: [{ code }], unit: { zh: "东厂" }, home: { zh: "北厂" } }])
    expect(lending).toMatchObject([{ person: { zh: "northTester" }, unit: { zh: "东厂" }, home: { zh: "北厂" } }])
    expect(outside).toEqual([])
    const told = (actor: Actor) => asReader(actor, ({ tx }) => tx.$queryRaw`select * from kp_unit_names(${[company.east]}::uuid[])`)
    expect(await told(company.people.northFinance)).toEqual([{ id: company.east, nameZh: "东厂", nameEn: "east" }])
    expect(await told(company.people.externalAudit)).toEqual([])
    expect((await listBorrowings(company.people.northFinance, borrowingFilterSchema.parse({}))).items).toMatchObject([{ standing: "lent", homeUnitId: company.north }])
  })

  test("is refused to others, for other plants' papers, and for a day too far; what was asked can be taken back or declined", async () => {
    const code = due()[1] ?? ""
    expect(await codeOf(askTester(company.people.tester, input(code)))).toBe("not-allowed")
    expect(await codeOf(askTester(company.people.northFinance, input(code)))).toBe("not-found")
    expect(await codeOf(askTester(company.people.finance, input(code, { lastDay: addDays(day, 200) })))).toBe("invalid")
    expect(await codeOf(askTester(company.people.finance, input(code, { personId: idOf("northTester") })))).toBe("not-found")
    const one = await done(askTester(company.people.finance, input(code)))
    expect(await codeOf(declineTester(company.people.finance, { id: one.id, reason: "没有合适的人" }))).toBe("not-allowed")
    await done(declineTester(company.people.office, { id: one.id, reason: "没有合适的人" }))
    expect(await codeOf(withdrawAsking(company.people.finance, { id: one.id, reason: "不再需要借用" }))).toBe("wrong-state")
    const two = await done(askTester(company.people.finance, input(code)))
    await done(withdrawAsking(company.people.finance, { id: two.id, reason: "不再需要借用" }))
    expect((await askingPage(company.people.office, quarter.id))?.lendable).toMatchObject([{ unitId: company.north, name: { zh: "northFinance" } }, { name: { zh: "northTester" } }])
    expect((await askingPage(company.people.finance, quarter.id))?.lendable).toEqual([])
    expect(await askingPage(company.people.northFinance, quarter.id)).toBeNull()
  })
})

describe("a tester who is lent", () => {
  test("sees the paper, its evidence and who answers for the point, and nothing else of the unit", async () => {
    const [code = ""] = due()
    const [point] = company.points.filter((one) => one.code === code)
    const seen = await visible(lent())
    expect(Object.keys(seen).filter((table) => !["Test", "Assessment", "Obligation", "EvidenceUse", "EvidenceVersion", "EvidenceFile", "EvidenceRecord", "Ownership", "Department", "Borrowing", "BorrowedPaper"].includes(table))).toEqual([])
    expect(seen).toMatchObject({ Test: 1, Assessment: 1, Ownership: 1, Borrowing: 1, BorrowedPaper: 1 })
    const rows = await asReader(lent(), async ({ tx }) => ({
      obligations: await tx.obligation.findMany({ where: { unitId: company.east }, select: { pointId: true, quarter: true } }),
      records: await tx.evidenceRecord.findMany({ where: { unitId: company.east }, select: { pointId: true } }),
      units: await tx.unit.findMany({ select: { id: true } }),
    }))
    expect(new Set(rows.obligations.map(({ pointId }) => pointId))).toEqual(new Set([point?.pointId]))
    expect(new Set(rows.records.map(({ pointId }) => pointId))).toEqual(new Set([point?.pointId]))
    expect(rows.units.map(({ id }) => id).toSorted()).toEqual([company.east, company.north].toSorted())
    expect((await listUnits(lent())).map(({ id }) => id)).toEqual([company.north])
    expect((await homeOf(lent(), { unitId: undefined, shown: 1 })).papers.map(({ assessmentId }) => assessmentId)).toEqual([quarter.id])
    expect(await deskOf(lent(), quarter.line(due()[1] ?? "").id)).toBeNull()
    expect(await visible(company.people.northFinance)).toEqual({ Borrowing: 1 })
  })

  test("does the paper's work to its end, and writes nowhere else", async () => {
    const [code = "", other = ""] = due()
    const { id } = quarter.line(code)
    await done(startTest(lent(), { id, version: undefined }))
    await done(recordDesign(lent(), { id, version: undefined, result: "effective", since: undefined, note: "按所述执行可以防止错报。" }))
    await done(recordConformity(lent(), { id, version: undefined, result: "same", since: undefined, note: "实际做法与手册一致。" }))
    await done(freezePopulation(lent(), { id, version: undefined, from: "list", list: `收-01,${quarterPeriod(name).start}`, source: "收款登记簿", completeness: "与总账核对一致" }))
    const desk = await deskOf(lent(), id)
    expect(desk).toMatchObject({ unit: { id: company.east }, paper: { status: "in-progress" }, may: { test: { allowed: true }, review: { allowed: false }, assign: { allowed: false } } })
    expect(await codeOf(assignTests(lent(), { testIds: [id], testerPersonId: idOf("tester"), reviewerPersonId: undefined, highRisk: undefined, version: undefined }))).toBe("not-allowed")
    expect(await codeOf(startTest(lent(), { id: quarter.line(other).id, version: undefined }))).toBe("not-found")
    const write = (run: Parameters<typeof asActor>[2]) => codeOf(asActor(lent(), "tests.attack", run))
    expect(await write(({ tx, now }) => tx.designTest.create({ data: { id: newId(), unitId: company.east, testId: quarter.line(other).id, round: 1, result: "effective", note: "x", at: now } }))).toBe("not-found")
    expect(await write(({ tx }) => tx.test.update({ where: { id }, data: { status: "reviewed" }, select: { id: true } }))).toBe("not-found")
    expect(await asActor(lent(), "tests.attack", ({ tx }) => tx.department.updateMany({ where: { unitId: company.east }, data: { nameZh: "改" } }))).toEqual({ ok: true, value: { count: 0 } })
  })

  test("who finds a control ineffective raises its deficiency, with owner and department", async () => {
    const code = due()[2] ?? ""
    const { id } = quarter.line(code)
    await done(askTester(company.people.office, input(code, { personId: idOf("northTester") })))
    await done(startTest(lent(), { id, version: undefined }))
    await done(recordDesign(lent(), { id, version: undefined, result: "ineffective", since: undefined, note: "没有复核环节，不能发现错报。" }))
    await done(recordConformity(lent(), { id, version: undefined, result: "same", since: undefined, note: "实际做法与手册一致。" }))
    const { deficiency } = await done(conclude(lent(), { id, version: undefined, conclusion: "ineffective", note: "设计无效。" }))
    expect(await asReader(seed, ({ tx }) => tx.deficiency.findUniqueOrThrow({ where: { id: deficiency?.id ?? "" }, select: { ownerPersonId: true, departmentId: true } }))).toEqual({ ownerPersonId: idOf("owner"), departmentId: company.departmentId })
  })

  test("can be neither owner nor reviewer there", async () => {
    const code = due()[1] ?? ""
    const [point] = company.points.filter((one) => one.code === code)
    expect(await codeOf(asActor(seed, "tests.attack", ({ tx, now }) => tx.performer.create({ data: { id: newId(), unitId: company.east, pointId: point?.pointId ?? "", personId: idOf("northTester"), from: now, assignedAt: now } })))).toBe("separation-of-duties")
    expect(await codeOf(asActor(seed, "tests.attack", ({ tx }) => tx.test.update({ where: { id: quarter.line(code).id }, data: { reviewerPersonId: idOf("northTester") }, select: { id: true } })))).toBe("separation-of-duties")
    expect(await codeOf(assignOwner(company.people.finance, { unitId: company.east, pointId: point?.pointId ?? "", personId: idOf("northTester"), from: undefined, seen: undefined }))).toBe("not-found")
  })

  test("sees nothing any more after the last day, when the paper is another's, and once the loan is ended", async () => {
    const [code = ""] = due()
    expect((await visible(actingAt(lent(), new Date(Date.now() + 21 * 86_400_000)))).Test).toBeUndefined()
    expect((await visible(lent())).Test).toBe(2)
    const { items } = await listBorrowings(company.people.finance, borrowingFilterSchema.parse({}))
    const frozen = await asReader(company.people.admin, (work) => accessInForce(work, company.east))
    expect(frozen.filter(({ kind }) => kind === "borrowing").map(({ personId }) => personId)).toEqual([idOf("northTester"), idOf("northTester")])
    const one = items.find(({ papers }) => papers.some((paper) => paper.code === code) )
    expect(await codeOf(endBorrowing(lent(), { id: one?.id ?? "", reason: "自己想结束" }))).toBe("not-allowed")
    await done(endBorrowing(company.people.finance, { id: one?.id ?? "", reason: "测评已完成" }))
    expect((await visible(lent())).Test).toBe(1)
    expect(await beginLapsed(new Date(Date.now() + 30 * 86_400_000))).toBe(1)
    await asActor(seed, "tests.reassign", ({ tx }) => tx.test.update({ where: { id: quarter.line(due()[2] ?? "").id }, data: { testerPersonId: idOf("tester") }, select: { id: true } }))
    expect(await visible(lent())).toEqual({ Borrowing: 2, BorrowedPaper: 2 })
    const [departure] = (await listHandovers(company.people.finance, { unit: company.east, limit: 50 })).items
    expect(await personPage(company.people.finance, company.east, idOf("northTester"))).toBeNull()
    expect(await handoverPage(company.people.finance, departure?.id ?? "")).toMatchObject({ handover: { personId: idOf("northTester") }, hasPage: false })
  })
})
