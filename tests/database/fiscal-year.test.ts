import { afterAll, beforeAll, expect, test } from "vitest"
import { planObligations } from "@/lib/evidence/commands/plan"
import { actingAt, seed } from "@/lib/platform/actor"
import { dayOf } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { fiscalYearBegins } from "@/lib/platform/fiscal-year"
import { quarterOf } from "@/lib/platform/periods"
import { setFiscalYear } from "@/lib/units/commands/fiscal-year"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
beforeAll(async () => {
  company = await buildCompany()
})
afterAll(() => fiscalYearBegins(1))

test("the company's administrator sets it, once and before anything is planned; quarters and due dates follow", async () => {
  const { admin, office, finance } = company.people
  const input = { unitId: company.hq, month: 4, version: undefined }
  expect(await codeOf(setFiscalYear(office, input))).toBe("not-allowed")
  expect(await codeOf(setFiscalYear(finance, input))).toBe("not-found")
  expect(await codeOf(setFiscalYear(admin, { ...input, unitId: company.east }))).toBe("not-allowed")
  expect(await codeOf(setFiscalYear(admin, { ...input, version: 99 }))).toBe("stale-version")
  expect(await eventsOf(company.hq, () => done(setFiscalYear(admin, input)))).toEqual(["units.fiscal-year-set"])

  await asReader(admin, async () => expect(quarterOf("2026-03-31")).toBe("2026-Q4"))
  await done(planObligations(actingAt(seed, new Date("2026-11-20T01:00:00Z")), { unitId: company.east, quarter: "2027-Q4" }))
  const rows = await asReader(seed, ({ tx }) => tx.obligation.findMany({ where: { unitId: company.east }, select: { quarter: true, periodEnd: true }, orderBy: { periodEnd: "desc" }, take: 1 }))
  expect(rows.map(({ quarter, periodEnd }) => [quarter, dayOf(periodEnd)])).toEqual([["2027-Q4", "2027-03-31"]])
  const [start] = await asReader(seed, ({ tx }) => tx.$queryRaw<{ day: Date }[]>`select kp_quarter_start('2027-Q4') as day`)
  expect(start && dayOf(start.day)).toBe("2027-01-01")

  expect(await codeOf(setFiscalYear(admin, { ...input, month: 7 }))).toBe("wrong-state")
  expect(await codeOf(asActor(admin, "tests.edit", ({ tx }) => tx.unit.update({ where: { id: company.hq }, data: { fiscalYearStartMonth: 7 }, select: { id: true } })))).toBe("wrong-state")
})
