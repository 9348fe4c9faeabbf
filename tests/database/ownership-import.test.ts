import { beforeAll, describe, expect, test } from "vitest"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { copyOwners } from "@/lib/units/commands/copy-owners"
import { confirmUnitImport } from "@/lib/units/commands/imports"
import { assignOwner } from "@/lib/units/commands/owners"
import { holdPosition } from "@/lib/units/commands/people"
import { addDepartment, addPosition, foundUnit } from "@/lib/units/commands/units"
import { ownerCopyPage } from "@/lib/units/queries/copy-owners"
import { unitImportPage } from "@/lib/units/queries/imports"
import { ownershipMatrix } from "@/lib/units/queries/matrix"
import { exportOwners } from "@/lib/units/workbook/owners"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { aUnitWorkbook, uploaded, type Sheets } from "../builders/unit-workbook"

let company: Company
let finance: Actor
beforeAll(async () => {
  company = await buildCompany()
  finance = company.people.finance
})

const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const emailOf = (name: keyof Company["people"]) => company.people[name].email
const target = () => ({ unitId: company.east, kind: "ownership" as const })
const stage = async (sheets: Sheets, by = finance) => done(uploaded(by, target(), await aUnitWorkbook(sheets), "owners.xlsx"))
const problemsOf = async (sheets: Sheets) => (await unitImportPage(finance, (await stage(sheets)).id))?.problems.map(({ message, cell }) => [message.replace("organisation.problems.", ""), cell])
const matrix = async () => (await ownershipMatrix(finance, { unit: company.east, limit: 200 }))?.items ?? []
const codes = async () => (await matrix()).map(({ code }) => code)

describe("owners from a workbook", () => {
  test("are the finance lead's and the control office's: a head names those of the department's own points on the page", async () => {
    const sheets: Sheets = { owners: [{ point: (await codes())[0] ?? "", owner: emailOf("manager") }] }
    const refused = await uploaded(company.people.head, target(), await aUnitWorkbook(sheets), "owners.xlsx")
    expect(refused).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["finance-lead", "control-office", "department-head"] } })
    for (const by of [finance, company.people.office]) expect(await stage(sheets, by)).toMatchObject({ problems: 0, changed: 1 })
  })

  test("what was exported imports again without a difference, in either language", async () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const exported = await exportOwners(finance, company.east, locale, false)
      const staged = await done(uploaded(finance, { ...target(), locale }, exported?.bytes ?? new Uint8Array()))
      expect(staged).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })
    }
    expect(await exportOwners(company.people.northFinance, company.east, "en", false)).toBeNull()
  })

  test("owners and performers are written at once in one event, the one before ends; the same file again changes nothing", async () => {
    const [first = "", second = ""] = await codes()
    const sheets: Sheets = { owners: [{ point: first, owner: emailOf("manager"), performers: `${emailOf("performer")}\n${emailOf("tester2")}` }, { point: second, owner: "head" }] }
    const staged = await stage(sheets)
    expect(staged).toMatchObject({ problems: 0, added: 2, changed: 2, ended: 0 })
    expect(await eventsOf(company.east, () => done(confirmUnitImport(finance, { id: staged.id })))).toEqual(["units.owners-imported"])
    const rows = await matrix()
    expect([first, second].map((code) => rows.find((row) => row.code === code)?.owner?.personId)).toEqual([idOf("manager"), idOf("head")])
    expect(rows.find((row) => row.code === first)?.performers).toHaveLength(2)
    expect(await stage(sheets)).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })
    const none = await stage({ owners: [{ point: first, performers: "-" }] })
    expect(none).toMatchObject({ problems: 0, ended: 2 })
    await done(confirmUnitImport(finance, { id: none.id }))
    expect((await matrix()).find((row) => row.code === first)?.performers).toEqual([])
  })

  test("each problem stands at its cell", async () => {
    const [first = ""] = await codes()
    expect(await problemsOf({ owners: [{ point: "99.9", owner: emailOf("owner") }] })).toEqual([["unknown-point", "A2"]])
    expect(await problemsOf({ owners: [{ point: first, owner: emailOf("northOwner") }] })).toEqual([["unknown-person", "B2"]])
    expect(await problemsOf({ owners: [{ point: first, owner: emailOf("finance"), from: "2020-01-01" }] })).toEqual([["units.errors.past", "A2"]])
    expect(await problemsOf({ owners: [{ point: first, owner: "owner" }, { point: first, owner: "head" }] })).toEqual([["repeated", "A3"]])
    expect(await problemsOf({ owners: [{ unit: "北厂", point: first, owner: "owner" }] })).toEqual([["unknown-unit", "A2"]])
  })

  test("somebody else's assignment since the preview makes it stale; two who confirm at once write once", async () => {
    const [, , third = "", fourth = ""] = await codes()
    const staged = await stage({ owners: [{ point: third, owner: emailOf("manager") }] })
    const pointId = (await matrix()).find((row) => row.code === third)?.pointId ?? ""
    await done(assignOwner(finance, { unitId: company.east, pointId, personId: idOf("head") }))
    expect(await eventsOf(company.east, async () => expect(await codeOf(confirmUnitImport(finance, { id: staged.id }))).toBe("stale-version"))).toEqual([])
    const twice = await stage({ owners: [{ point: fourth, owner: emailOf("manager") }] })
    const outcomes = await Promise.all([1, 2].map(() => codeOf(confirmUnitImport(finance, { id: twice.id }))))
    expect(outcomes.toSorted()).toEqual(["done", "wrong-state"])
  })

  test("the finance lead imports for the plant, the control office for all; nobody else", async () => {
    const [first = ""] = await codes()
    const bytes = await aUnitWorkbook({ owners: [{ unit: "东厂", point: first, owner: "owner" }] })
    expect(await codeOf(uploaded(company.people.office, { unitId: company.hq, kind: "ownership" }, bytes))).toBe("done")
    for (const by of [company.people.tester, company.people.admin, company.people.manager]) expect(await codeOf(uploaded(by, target(), bytes))).toBe("not-allowed")
    for (const by of [company.people.northFinance, company.people.externalAudit]) expect(["not-found", "not-allowed"]).toContain(await codeOf(uploaded(by, target(), bytes)))
  })
})

test("owners are copied from another plant of the same kind, by position; gaps say why", async () => {
  const built = await buildCompany()
  const admin = built.people.admin
  const { id } = await done(foundUnit(admin, { parentId: built.hq, code: `WEST-${built.east.slice(-8)}`, kind: "coal", nameZh: "西厂", nameEn: "West" }))
  const office = (await actorOfPerson(built.people.office.personId ?? "")) ?? Promise.reject(new Error("gone"))
  const [lead, keeper] = [await office, (await actorOfPerson(admin.personId ?? "")) ?? admin]
  expect((await ownerCopyPage(lead, id, built.east))?.copy?.gaps.map(({ why }) => why)).toContain("nobody")
  const department = await done(addDepartment(keeper, { unitId: id, code: "finance", nameZh: "财务部", nameEn: "Finance" }))
  const position = await done(addPosition(keeper, { unitId: id, departmentId: department.id, code: "finance.revenue-accountant", nameZh: "收入会计", nameEn: "Revenue accountant" }))
  await done(holdPosition(keeper, { unitId: id, personId: built.people.northOwner.personId ?? "", positionId: position.id }))
  const page = await ownerCopyPage(lead, id, built.east)
  expect(page?.copy?.matches.length).toBe(page?.gaps)
  expect(await codeOf(copyOwners(lead, { unitId: id, fromUnitId: built.north }))).toBe("invalid")
  expect(await codeOf(copyOwners(built.people.finance, { unitId: id, fromUnitId: built.east }))).toBe("not-found")
  expect(await codeOf(copyOwners(keeper, { unitId: id, fromUnitId: built.east }))).toBe("not-allowed")
  expect(await codeOf(copyOwners(lead, { unitId: id, fromUnitId: built.east, seen: "another" }))).toBe("stale-version")
  const events = await eventsOf(id, async () => expect(await done(copyOwners(lead, { unitId: id, fromUnitId: built.east, seen: page?.copy?.digest }))).toMatchObject({ assigned: page?.gaps, gaps: 0 }))
  expect(events).toEqual(["units.owners-copied"])
  expect(await asReader(lead, ({ tx }) => tx.ownership.count({ where: { unitId: id, personId: built.people.northOwner.personId ?? "" } }))).toBe(page?.gaps)
  expect(await codeOf(copyOwners(lead, { unitId: id, fromUnitId: built.east }))).toBe("conflict")
})
