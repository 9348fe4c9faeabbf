import { beforeAll, expect, test } from "vitest"
import { accessMatrix } from "@/lib/duties/queries/access"
import { dutyPage } from "@/lib/duties/queries/duties"
import { actKeys } from "@/lib/duties/rules/acts"
import { accessFilterSchema } from "@/lib/duties/schema"
import { accessWorkbook } from "@/lib/duties/workbook"
import { assignTests } from "@/lib/assessments/commands/assign"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { assignOwner } from "@/lib/units/commands/owners"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { openQuarter } from "../builders/assessment"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done } from "../builders/outcome"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const now = new Date()
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const rows = async (actor: Actor, filter: object = {}) => (await accessMatrix(actor, accessFilterSchema.parse(filter))).items
const rule = async (key: string, actor = company.people.office) => (await dutyPage(actor)).rules.find((one) => one.key === key)

beforeAll(async () => {
  company = await buildCompany()
})

test("the matrix holds every role within reach with its days; a plant's lead sees the plant's alone", async () => {
  expect((await rows(company.people.admin)).map(({ role }) => role)).toEqual(expect.arrayContaining(["control-office", "external-auditor", "finance-lead"]))
  const east = await rows(company.people.finance)
  expect(new Set(east.map(({ unitId }) => unitId))).toEqual(new Set([company.east]))
  expect(east.find(({ personId }) => personId === idOf("owner"))).toMatchObject({ role: "control-owner", from: "2025-01-01", to: null, points: company.points.length, active: true })
  expect((await rows(company.people.finance, { role: "tester" })).map(({ personId }) => personId).toSorted()).toEqual([idOf("tester"), idOf("tester2")].toSorted())
  expect(await rows(company.people.finance, { unit: company.north })).toEqual([])
  expect(await rows(company.people.externalAudit)).toEqual([])
})

test("a role that was withdrawn falls out, and is found among those that ended", async () => {
  const { id } = await done(grantRole(company.people.admin, { unitId: company.east, personId: idOf("head"), role: "tester" }))
  expect((await rows(company.people.finance)).map((row) => row.id)).toContain(id)
  await done(withdrawRole(company.people.admin, { id }))
  expect((await rows(company.people.finance)).map((row) => row.id)).not.toContain(id)
  expect((await rows(company.people.finance, { past: "yes" })).find((row) => row.id === id)?.withdrawnAt).toBeInstanceOf(Date)
})

test("a tester who comes to own a point holds both ends of a rule; whoever tries is noted with the rule", async () => {
  expect((await rule("ownTest"))?.exposed).toEqual([])
  const pointId = company.points[0]?.pointId ?? ""
  await done(assignOwner(company.people.finance, { unitId: company.east, pointId, personId: idOf("tester") }))
  expect((await rule("ownTest"))?.exposed).toMatchObject([{ personId: idOf("tester"), unitId: company.east, count: 1 }])
  expect((await rule("ownTest", company.people.northFinance))?.exposed).toEqual([])
  const { line } = await openQuarter(company, "2026-Q4", "2026-10-08")
  const code = company.points[0]?.code ?? ""
  expect(await codeOf(assignTests(actingAt(company.people.finance, now), { testIds: [line(code).id], testerPersonId: idOf("tester") }))).toBe("separation-of-duties")
  expect((await rule("ownTest"))?.refused).toMatchObject([{ command: "assessments.assign", message: "assessments.refusals.assign-apart", name: { zh: "finance" } }])
  expect((await rule("ownTest", company.people.northFinance))?.refused).toEqual([])
})

test("the workbook holds grants, acts and rules, one row each", async () => {
  const reading = await readWorkbook(await accessWorkbook(company.people.internalAudit, "en"))
  if (!reading.ok) throw new Error(reading.problem.code)
  const [grants, , acts, rules] = reading.sheets
  expect(reading.sheets.map(({ name }) => name)).toEqual(["People and roles", "Borrowed testers", "What roles may do", "Separation of duties"])
  expect(grants?.rows.length).toBe((await rows(company.people.internalAudit, { past: "yes", limit: "10000" })).length + 1)
  expect(acts?.rows.length).toBe(actKeys.length + 1)
  expect(rules?.rows.length).toBe((await dutyPage(company.people.internalAudit)).rules.length + 1)
})
