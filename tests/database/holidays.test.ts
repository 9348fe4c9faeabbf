import { beforeAll, expect, test } from "vitest"
import { asActor, asReader } from "@/lib/platform/door"
import { seed } from "@/lib/platform/actor"
import { dayOf } from "@/lib/platform/days"
import { planObligations } from "@/lib/evidence/commands/plan"
import { keepHolidays, removeHoliday } from "@/lib/units/commands/holidays"
import { confirmUnitImport } from "@/lib/units/commands/imports"
import { holidaysOf } from "@/lib/units/queries/calendar"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { aUnitWorkbook, uploaded } from "../builders/unit-workbook"

let company: Company
beforeAll(async () => {
  company = await buildCompany()
})

const schedule = "2027-10-01~2027-10-07 放假 国庆节\n2027-10-09 上班 国庆节调休\n\n2028-05-01 holiday Labour Day"

test("pasted lines are kept in one event, and the same lines again change nothing", async () => {
  const input = { unitId: company.hq, country: "ZZ", lines: schedule }
  expect(await eventsOf(company.hq, async () => expect(await done(keepHolidays(company.people.admin, input))).toEqual({ added: 9, changed: 0, unchanged: 0 }))).toEqual(["units.holidays-kept"])
  expect(await eventsOf(company.hq, async () => expect(await done(keepHolidays(company.people.admin, input))).toEqual({ added: 0, changed: 0, unchanged: 9 }))).toEqual([])
  expect(await done(keepHolidays(company.people.admin, { ...input, lines: "2027-10-07 上班" }))).toEqual({ added: 0, changed: 1, unchanged: 0 })
  expect((await holidaysOf(company.people.owner, { country: "ZZ", year: 2027 })).filter(({ workday }) => workday).map(({ date }) => date)).toEqual(["2027-10-07", "2027-10-09"])
  await done(removeHoliday(company.people.admin, { unitId: company.hq, country: "ZZ", date: "2028-05-01" }))
  expect(await holidaysOf(company.people.owner, { country: "ZZ", year: 2028 })).toEqual([])
})

test("a line that cannot be read is told, and nothing is kept", async () => {
  for (const lines of ["", "next week holiday", "2027-02-30 holiday", "2027-05-05~2027-05-01 holiday", "2027-05-05~2028-05-01 holiday"]) {
    expect(await codeOf(keepHolidays(company.people.admin, { unitId: company.hq, country: "ZY", lines: `2027-01-01 holiday\n${lines === "" ? "x" : lines}` }))).toBe("invalid")
  }
  expect(await holidaysOf(company.people.owner, { country: "ZY" })).toEqual([])
})

test("only the company's administrator keeps them", async () => {
  const input = { unitId: company.hq, country: "ZX", lines: "2027-01-01 holiday" }
  expect(await codeOf(keepHolidays(company.people.office, input))).toBe("not-allowed")
  expect(await codeOf(keepHolidays(company.people.finance, input))).toBe("not-found")
  expect(await codeOf(keepHolidays(company.people.admin, { ...input, unitId: company.east }))).toBe("not-allowed")
  const direct = asActor(company.people.finance, "tests.holiday", ({ tx }) => tx.holiday.create({ data: { country: "ZX", date: new Date("2027-01-01") } }))
  expect(await codeOf(direct)).toBe("not-found")
})

test("a workbook of holidays is previewed and confirmed; a range and a working day within it contradict each other", async () => {
  const bytes = await aUnitWorkbook({ holidays: [{ country: "ZW", date: "2027-02-06", last: "2027-02-12", type: "放假", name: "春节" }] })
  const staged = await done(uploaded(company.people.admin, { unitId: company.hq, kind: "holidays" }, bytes))
  expect(staged).toMatchObject({ problems: 0, added: 7 })
  await done(confirmUnitImport(company.people.admin, { id: staged.id }))
  expect(await holidaysOf(company.people.owner, { country: "ZW" })).toHaveLength(7)
  const wrong = await aUnitWorkbook({ holidays: [{ country: "ZV", date: "2027-02-06", last: "2027-02-12", type: "放假" }, { country: "ZV", date: "2027-02-07", type: "上班" }] })
  expect(await done(uploaded(company.people.admin, { unitId: company.hq, kind: "holidays" }, wrong))).toMatchObject({ problems: 1 })
})

test("due dates honour the calendar of the unit's own country", async () => {
  await done(keepHolidays(company.people.admin, { unitId: company.hq, country: "QQ", lines: "2027-07-01~2027-07-09 holiday" }))
  await asActor(seed, "tests.country", ({ tx }) => tx.unit.update({ where: { id: company.north }, data: { country: "QQ" }, select: { id: true } }))
  const due = async (unitId: string) => {
    await done(planObligations(seed, { unitId, quarter: "2027-Q2" }))
    const rows = await asReader(seed, ({ tx }) => tx.obligation.findMany({ where: { unitId, period: "2027-Q2" }, select: { dueOn: true }, distinct: ["dueOn"] }))
    return rows.map(({ dueOn }) => dayOf(dueOn))
  }
  const [north, east] = [await due(company.north), await due(company.east)]
  expect(east).toEqual(["2027-07-07"])
  expect(north).toEqual(["2027-07-16"])
})
