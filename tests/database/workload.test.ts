import { beforeAll, expect, test } from "vitest"
import { addPerformer } from "@/lib/units/commands/performers"
import { setLimit } from "@/lib/units/commands/units"
import { positionLoads, workloadOf } from "@/lib/units/queries/workload"
import { buildCompany, type Company } from "../builders/company"
import { deficiencyAfter } from "../builders/deficiency"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const loads = async () => (await workloadOf(company.people.finance, company.east))?.loads ?? []

beforeAll(async () => {
  company = await buildCompany()
  await done(addPerformer(company.people.finance, { unitId: company.east, pointId: company.points[0]?.pointId ?? "", personId: idOf("performer") }))
  await deficiencyAfter(company, ["confirm", "grade", "agree-plan"])
})

test("counts points owned by frequency, the records a month that follow, performing and open remediation; the busiest first", async () => {
  const [owner, performer] = await loads()
  expect(owner).toMatchObject({ personId: idOf("owner"), points: company.points.length, performs: 0, remediation: 1, tooMuch: false })
  expect(Object.values(owner?.byFrequency ?? {}).reduce((sum, count) => sum + count, 0)).toBe(company.points.length)
  expect(owner?.byFrequency.monthly).toBeGreaterThan(0)
  expect(owner?.monthly).toBeGreaterThanOrEqual(owner?.byFrequency.monthly ?? 0)
  expect(performer).toMatchObject({ personId: idOf("performer"), points: 0, performs: 1, monthly: 0 })
})

test("the unit's own limit says who has too much; only who names owners sets it", async () => {
  const input = { unitId: company.east, monthlyLimit: 1 }
  expect(await eventsOf(company.east, async () => expect(await codeOf(setLimit(company.people.owner, input))).toBe("not-allowed"))).toEqual([])
  expect(await codeOf(setLimit(company.people.northFinance, input))).toBe("not-found")
  expect(await codeOf(setLimit(company.people.finance, { ...input, version: 99 }))).toBe("stale-version")
  expect(await eventsOf(company.east, () => done(setLimit(company.people.finance, input)))).toEqual(["units.limit-set"])
  expect((await loads()).map(({ tooMuch }) => tooMuch)).toEqual([true, false])
  await done(setLimit(company.people.finance, { unitId: company.east, monthlyLimit: undefined }))
  expect((await workloadOf(company.people.finance, company.east))?.limit).toBe(25)
})

test("another plant's workload is not there", async () => expect(await workloadOf(company.people.northFinance, company.east)).toBeNull())

test("points by responsible position stand beside each other for all units within reach, with what has no owner", async () => {
  const rows = await positionLoads(company.people.office)
  const total = (unit: string) => rows.reduce((sum, { cells }) => ({ points: sum.points + (cells[unit]?.points ?? 0), gaps: sum.gaps + (cells[unit]?.gaps ?? 0) }), { points: 0, gaps: 0 })
  expect(total(company.east)).toEqual({ points: company.points.length, gaps: 0 })
  const north = total(company.north)
  expect(north.points).toBeGreaterThan(0)
  expect(north.gaps).toBe(north.points)
  expect((await positionLoads(company.people.northFinance)).flatMap(({ cells }) => Object.keys(cells))).not.toContain(company.east)
})
