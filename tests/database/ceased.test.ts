import { beforeEach, expect, test } from "vitest"
import { openAssessment } from "@/lib/assessments/commands/open"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { planObligations } from "@/lib/evidence/commands/plan"
import { listObligations } from "@/lib/evidence/queries/obligations"
import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { addPerformer } from "@/lib/units/commands/performers"
import { assignOwner, assignOwners } from "@/lib/units/commands/owners"
import { closeAccount, holdPosition } from "@/lib/units/commands/people"
import { listUnits } from "@/lib/units/queries/units"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { at, gave, logEvidence } from "../builders/evidence"
import { codeOf, done } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const on = (name: CastName, when = "2026-11-20"): Actor => actingAt(company.people[name], at(when))
const idOf = (name: CastName) => company.people[name].personId ?? ""
const ceaseOn = (day: string) => asOwner(`update "Unit" set "to" = $2 where id = $1`, [company.east, day])
const periodsOwed = async () => [...new Set((await listObligations(on("finance"), { unit: company.east, limit: 200 })).items.map(({ period }) => period))].toSorted()

beforeEach(async () => {
  company = await buildCompany()
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
  expect((await listUnits(on("finance", "2026-11-19"))).find(({ id }) => id === company.east)).toMatchObject({ applicable: company.points.length, owned: company.points.length })
  expect(await eventsAdded(company.east, async () => gave(await closeAccount(on("admin"), { personId: idOf("owner") })))).toEqual(["units.account-closed"])
  expect(await beginLapsed(at("2026-11-20"))).toBe(0)
})
