import { beforeAll, describe, expect, test } from "vitest"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { takeEffect } from "@/lib/personnel/commands/take-effect"
import { asActor, asReader } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { addDays, today } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { confirmUnitImport, importOrganisation } from "@/lib/units/commands/imports"
import { addDepartment, foundUnit } from "@/lib/units/commands/units"
import { grantRole } from "@/lib/units/commands/roles"
import { unitImportPage } from "@/lib/units/queries/imports"
import { listUnits } from "@/lib/units/queries/units"
import { exportOrganisation } from "@/lib/units/workbook/organisation"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { aUnitWorkbook, uploaded, type Sheets } from "../builders/unit-workbook"

let company: Company
let admin: Actor
let mark: string
beforeAll(async () => {
  company = await buildCompany()
  admin = company.people.admin
  mark = newId().slice(-8)
})

const code = (name: string) => `${name}-${mark}`
const mail = (name: string) => `${name}.${mark}@keypoint.example`
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const emailOf = (name: keyof Company["people"]) => company.people[name].email
const stage = async (sheets: Sheets, by = admin, unitId = company.hq, locale: "zh-CN" | "en" = "zh-CN") => done(uploaded(by, { unitId, locale }, await aUnitWorkbook(sheets, locale)))
const problemsOf = async (sheets: Sheets, by = admin, unitId = company.hq) => (await unitImportPage(by, (await stage(sheets, by, unitId)).id))?.problems ?? []
const reload = async (id: string) => (await actorOfPerson(id)) ?? Promise.reject(new Error("gone"))

function founding(): Sheets {
  return {
    units: [
      { code: code("REGION"), kind: "区域公司", nameZh: "西部公司", nameEn: "West" },
      { code: code("WIND"), kind: "wind", nameZh: "西岭风电场", parent: code("REGION"), country: "CN", from: "2020-01-01" },
    ],
    departments: [{ unit: code("WIND"), code: "finance", nameZh: "财务部", head: mail("li") }],
    positions: [{ unit: code("WIND"), code: "finance.clerk", department: "财务部", nameZh: "会计", nameEn: "Clerk" }],
    people: [
      { unit: code("WIND"), email: mail("li"), number: "W1", nameZh: "李岚", nameEn: "Li Lan", department: "finance", position: "会计", from: "2019-03-01" },
      { unit: code("WIND"), email: mail("wu"), number: "W2", nameZh: "吴桐", department: "财务部", language: "英文" },
    ],
    holdings: [{ unit: code("WIND"), person: "W2", position: "finance.clerk" }],
    roles: [{ unit: code("WIND"), person: mail("li"), role: "控制责任人" }, { unit: code("WIND"), person: "W2", role: "tester", to: "2099-01-01" }],
  }
}

describe("an organisation from a workbook", () => {
  test("is previewed, written all at once with one event in each unit, and changes nothing the second time", async () => {
    const staged = await stage(founding())
    expect(staged).toMatchObject({ problems: 0, added: 10, changed: 1, ended: 0 })
    const before = await asReader(admin, ({ tx }) => tx.unit.count({ where: { code: code("WIND") } }))
    expect(before).toBe(0)
    await done(confirmUnitImport(admin, { id: staged.id }))
    const now = await reload(admin.personId ?? "")
    const wind = now.units?.find((unit) => unit.code === code("WIND"))
    const written = await asReader(now, async ({ tx }) => ({
      person: await tx.person.findFirst({ where: { email: mail("wu") }, select: { language: true, nameEn: true, employeeNumber: true, unitId: true } }),
      holders: await tx.positionHolding.count({ where: { unitId: wind?.id } }), grants: await tx.roleGrant.count({ where: { unitId: wind?.id } }),
      head: await tx.department.findFirst({ where: { unitId: wind?.id }, select: { headPersonId: true } }),
      events: await tx.auditEvent.findMany({ where: { unitId: wind?.id }, select: { type: true } }),
    }))
    expect(written).toMatchObject({ person: { language: "en", nameEn: "吴桐", employeeNumber: "W2", unitId: wind?.id }, holders: 2, grants: 2, events: [{ type: "units.organisation-imported" }] })
    expect(written.head?.headPersonId).not.toBeNull()
    expect(await stage(founding(), now)).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })
  })

  test("is written once: a second confirmation and one without difference are refused", async () => {
    const sheets: Sheets = { departments: [{ unit: "", code: code("legal"), nameZh: "法务部" }] }
    const first = await stage(sheets, admin, company.east)
    const other = await stage(sheets, admin, company.east)
    const codes = await Promise.all([codeOf(confirmUnitImport(admin, { id: first.id })), codeOf(confirmUnitImport(admin, { id: first.id }))])
    expect(codes.toSorted()).toEqual(["done", "wrong-state"])
    expect(await codeOf(confirmUnitImport(admin, { id: other.id }))).toBe("stale-version")
    expect(await codeOf(confirmUnitImport(admin, { id: (await stage(sheets, admin, company.east)).id }))).toBe("conflict")
  })

  test("is stale when what it stands on has moved since the preview, and nothing is written", async () => {
    const staged = await stage({ departments: [{ code: code("it"), nameZh: "信息部" }, { code: code("hr"), nameZh: "人事部" }] }, admin, company.east)
    await done(addDepartment(admin, { unitId: company.east, code: code("it"), nameZh: "信息部", nameEn: "IT" }))
    const events = await eventsOf(company.east, async () => expect(await codeOf(confirmUnitImport(admin, { id: staged.id }))).toBe("stale-version"))
    expect(events).toEqual([])
    expect(await asReader(admin, ({ tx }) => tx.department.count({ where: { code: code("hr") } }))).toBe(0)
  })

  test("is exported in either language and imports again without a difference", async () => {
    const now = await reload(admin.personId ?? "")
    for (const locale of ["zh-CN", "en"] as const) {
      const bytes = await exportOrganisation(now, company.hq, locale, false)
      const staged = await done(uploaded(now, { unitId: company.hq, locale }, bytes ?? new Uint8Array()))
      const page = await unitImportPage(now, staged.id)
      expect([page?.problems, page?.summary.changes]).toEqual([[], []])
    }
    const empty = await done(uploaded(now, { unitId: company.hq }, (await exportOrganisation(now, company.hq, "zh-CN", true)) ?? new Uint8Array()))
    expect(empty).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })
    expect(await exportOrganisation(company.people.finance, company.east, "en", false)).toBeNull()
  })
})

describe("each problem stands at its cell", () => {
  test.each<[string, () => Sheets, string, string]>([
    ["an unknown department", () => ({ people: [{ email: mail("a"), nameZh: "甲", department: "none" }] }), "unknown-department", "A2"],
    ["an address twice", () => ({ people: [{ email: mail("a"), nameZh: "甲" }, { email: mail("A"), nameZh: "乙" }] }), "repeated", "A3"],
    ["what is no address", () => ({ people: [{ email: "nobody", nameZh: "甲" }] }), "email", "A2"],
    ["a unit elsewhere", () => ({ departments: [{ unit: "nowhere", code: "x", nameZh: "甲" }] }), "unknown-unit", "C2"],
    ["a second company", () => ({ units: [{ code: code("HQ2"), kind: "company", nameZh: "乙公司" }] }), "units.errors.oneCompany", "B2"],
    ["a day that is past", () => ({ roles: [{ person: emailOf("finance"), role: "tester", from: "2020-01-01" }] }), "units.errors.past", "A2"],
  ])("%s", async (_name, sheets, message, cell) => {
    const problems = await problemsOf(sheets())
    expect(problems.map((one) => [one.message.replace("organisation.problems.", ""), one.cell])).toEqual([[message, cell]])
  })

  test("an address that belongs to somebody out of reach is taken", async () => {
    const other = await buildCompany()
    const problems = await problemsOf({ people: [{ email: other.people.owner.email, nameZh: "甲" }] })
    expect(problems).toMatchObject([{ message: "units.errors.emailTaken", cell: "A2" }])
  })
})

describe("nothing is granted by import that could not be granted by hand", () => {
  test.each<[string, () => Sheets, string]>([
    ["a role for oneself", () => ({ roles: [{ person: admin.email, role: "control-owner" }] }), "units.refusals.grantSelf"],
    ["a company's role at a plant", () => ({ roles: [{ unit: "东厂", person: emailOf("manager"), role: "control-office" }] }), "units.refusals.companyRole"],
    ["two roles that do not go together", () => ({ roles: [{ unit: "东厂", person: emailOf("tester"), role: "administrator" }] }), "units.refusals.rolesApart"],
    ["both in one workbook", () => ({ people: [{ email: mail("new"), nameZh: "新" }], roles: [{ person: mail("new"), role: "administrator" }, { person: mail("new"), role: "tester" }] }), "units.refusals.rolesApart"],
  ])("%s", async (_name, sheets, message) => {
    expect((await problemsOf(sheets())).map((one) => one.message)).toEqual([message])
  })

  test("a plant's administrator imports for the plant alone; who is none imports nothing", async () => {
    await done(grantRole(seed, { unitId: company.east, personId: idOf("performer"), role: "administrator", from: undefined, to: undefined }))
    const keeper = await reload(idOf("performer"))
    const sheets: Sheets = { people: [{ email: mail("plant"), nameZh: "厂里人" }] }
    expect(await stage(sheets, keeper, company.east)).toMatchObject({ problems: 0, added: 1 })
    expect(await codeOf(uploaded(keeper, { unitId: company.hq }, await aUnitWorkbook(sheets)))).toBe("not-found")
    expect((await problemsOf({ people: [{ unit: "北厂", email: mail("x"), nameZh: "某" }] }, keeper, company.east)).map(({ message }) => message)).toEqual(["organisation.problems.unknown-unit"])
    for (const by of [company.people.finance, company.people.office, company.people.northFinance]) {
      expect(["not-allowed", "not-found"]).toContain(await codeOf(uploaded(by, { unitId: company.east }, await aUnitWorkbook(sheets))))
    }
    const staged = await stage(sheets, admin, company.east)
    expect(await codeOf(confirmUnitImport(company.people.finance, { id: staged.id }))).toBe("not-allowed")
    expect(await codeOf(confirmUnitImport(company.people.northFinance, { id: staged.id }))).toBe("not-found")
    expect(await unitImportPage(company.people.northFinance, staged.id)).toBeNull()
  })
})

describe("a unit's closing day in a workbook", () => {
  test("is the company's administrator's, today or later, and closes a whole branch at once, never its stem alone", async () => {
    const built = await buildCompany()
    await done(grantRole(seed, { unitId: built.east, personId: built.people.performer.personId ?? "", role: "administrator", from: undefined, to: undefined }))
    const [east, below, day] = [await unitCodeOf(built.east), code("SUB"), addDays(today(new Date()), 30)]
    await done(foundUnit(built.people.admin, { parentId: built.east, code: below, kind: "coal", nameZh: "二期", nameEn: "Phase two" }))
    const keeper = await reload(built.people.performer.personId ?? "")
    const keeps = await reload(built.people.admin.personId ?? "")
    const [stem, branch] = [(to: string) => ({ code: east, kind: "coal", nameZh: "东厂", to }), (to: string) => ({ code: below, kind: "coal", nameZh: "二期", to })]
    const said = async (units: NonNullable<Sheets["units"]>, by = keeps, unitId = built.hq) => (await problemsOf({ units }, by, unitId)).map(({ message }) => message)
    expect(await said([branch(day)], keeper, built.east)).toEqual(["units.refusals.close"])
    expect(await said([branch(addDays(today(new Date()), -1))])).toEqual(["units.errors.past"])
    expect(await said([stem(day)])).toEqual(["units.errors.belowOpen"])
    expect(await said([stem(day), branch(addDays(day, 1))])).toEqual(["units.errors.belowOpen", "units.errors.aboveCloses"])
    const staged = await stage({ units: [stem(day), branch(day)] }, keeps, built.hq)
    expect(staged).toMatchObject({ problems: 0, ended: 2 })
    await done(confirmUnitImport(keeps, { id: staged.id }))
    expect((await listUnits(keeps)).filter(({ to }) => to === day).map((unit) => unit.code).toSorted()).toEqual([below, east].toSorted())
  })
})

const unitCodeOf = (id: string) => asReader(seed, async ({ tx }) => (await tx.unit.findUniqueOrThrow({ where: { id }, select: { code: true } })).code)

describe("who leaves and who moves", () => {
  test("positions and roles end with the account on the last day", async () => {
    await done(confirmUnitImport(admin, { id: (await stage({
      departments: [{ code: code("ops"), nameZh: "运行部" }], positions: [{ code: code("shift"), department: code("ops"), nameZh: "值长" }],
      people: [{ email: mail("zhou"), nameZh: "周岩", position: code("shift") }], roles: [{ person: mail("zhou"), role: "performer" }],
    }, admin, company.north)).id }))
    const leaving: Sheets = { people: [{ email: mail("zhou"), nameZh: "周岩", to: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }] }
    const staged = await stage(leaving, admin, company.north)
    expect(staged).toMatchObject({ problems: 0, ended: 1 })
    await done(confirmUnitImport(admin, { id: staged.id }))
    const left = await asReader(admin, async ({ tx }) => ({
      person: await tx.person.findFirst({ where: { email: mail("zhou") }, select: { active: true } }), held: await tx.positionHolding.count({ where: { unitId: company.north, to: null } }),
      roles: await tx.roleGrant.findMany({ where: { unitId: company.north, role: "performer" }, select: { withdrawnAt: true } }),
    }))
    expect(left).toMatchObject({ person: { active: false }, held: 0, roles: [{ withdrawnAt: expect.any(Date) }] })
    expect(await stage(leaving, admin, company.north)).toMatchObject({ problems: 0, ended: 0, changed: 0 })
    expect((await problemsOf({ people: [{ email: mail("zhou"), nameZh: "周岩" }] }, admin, company.north)).map(({ message }) => message)).toEqual(["units.refusals.closed"])
  })

  test("who owns points and leaves, or moves to another unit, begins a handover; nobody does so to themselves", async () => {
    const built = await buildCompany()
    const leaving: Sheets = { people: [{ unit: "东厂", email: built.people.owner.email, nameZh: "owner", to: today(new Date()) }] }
    const staged = await done(uploaded(built.people.admin, { unitId: built.hq }, await aUnitWorkbook(leaving)))
    const page = await unitImportPage(built.people.admin, staged.id)
    expect(page?.summary.changes[0]?.fields).toContainEqual({ field: "handover", before: null, after: String(built.points.length) })
    await done(confirmUnitImport(built.people.admin, { id: staged.id }))
    const handovers = await asReader(seed, ({ tx }) => tx.handover.findMany({ where: { unitId: built.east, personId: built.people.owner.personId ?? "" }, select: { kind: true, interimPersonId: true } }))
    expect(handovers).toMatchObject([{ kind: "leaves", interimPersonId: built.people.head.personId }])
    expect(await asReader(seed, ({ tx }) => tx.person.findFirst({ where: { id: built.people.owner.personId ?? "" }, select: { active: true } }))).toEqual({ active: false })
    expect(await done(uploaded(built.people.admin, { unitId: built.hq }, await aUnitWorkbook(leaving)))).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })

    const moving: Sheets = { people: [{ unit: "北厂", email: built.people.tester2.email, nameZh: "tester2" }] }
    await done(confirmUnitImport(built.people.admin, { id: (await done(uploaded(built.people.admin, { unitId: built.hq }, await aUnitWorkbook(moving)))).id }))
    const moved = await asReader(seed, async ({ tx }) => ({
      person: await tx.person.findFirst({ where: { id: built.people.tester2.personId ?? "" }, select: { unitId: true, departmentId: true } }),
      roles: await tx.roleGrant.count({ where: { personId: built.people.tester2.personId ?? "", unitId: built.east, withdrawnAt: null } }),
    }))
    expect(moved).toEqual({ person: { unitId: built.north, departmentId: null }, roles: 0 })
    const alone = await buildCompany()
    await asOwner(`update "Department" set "headPersonId" = null where "unitId" = $1`, [alone.east])
    await asOwner(`update "RoleGrant" set "to" = current_date where "unitId" = $1 and role in ('department-head', 'finance-lead', 'plant-manager')`, [alone.east])
    const lacking = await done(uploaded(alone.people.admin, { unitId: alone.hq }, await aUnitWorkbook({ people: [{ unit: (await unitCodeOf(alone.east)), email: alone.people.owner.email, nameZh: "owner", to: today(new Date()) }] })))
    expect((await unitImportPage(alone.people.admin, lacking.id))?.problems).toMatchObject([{ message: "organisation.problems.no-interim", params: { names: expect.stringContaining("performer") } }])
    const self = await done(uploaded(built.people.admin, { unitId: built.hq }, await aUnitWorkbook({ people: [{ email: built.people.admin.email, nameZh: "admin", to: today(new Date()) }] })))
    expect((await unitImportPage(built.people.admin, self.id))?.problems).toMatchObject([{ message: "units.refusals.closeSelf" }])
  })

  test("who moves to another unit on a later day is agreed as a personnel change, previewed as such, and moved by itself on that day", async () => {
    const [built, on] = [await buildCompany(), addDays(today(new Date()), 9)]
    const { admin: keeper, tester } = built.people
    await done(addDepartment(keeper, { unitId: built.north, code: "ops", nameZh: "运行部", nameEn: "Operations" }))
    await done(importOrganisation(keeper, { unitId: built.north, name: "base", content: { sheets: {}, units: [], departments: [], people: [], holdings: [], roles: [], positions: [{ row: 1, unit: null, code: "shift", department: "ops", nameZh: "值长", nameEn: null }] } }))
    const row = { unit: await unitCodeOf(built.north), email: tester.email, nameZh: "tester", department: "ops", position: "值长" }
    const staged = async (from: string) => done(uploaded(keeper, { unitId: built.hq }, await aUnitWorkbook({ people: [{ ...row, from }] })))
    const first = await staged(on)
    expect(first).toMatchObject({ problems: 0, added: 0, changed: 1, ended: 0 })
    expect((await unitImportPage(keeper, first.id))?.summary.changes[0]?.fields.map(({ field, after }) => [field, after])).toEqual([["takesEffect", on], ["unit", row.unit], ["department", "ops"], ["position", "shift"]])
    expect(await eventsOf(built.north, () => done(confirmUnitImport(keeper, { id: first.id })))).toEqual(["personnel.compared", "personnel.agreed", "units.organisation-imported"])
    const stands = () => asReader(seed, ({ tx }) => tx.person.findFirst({ where: { id: tester.personId ?? "" }, select: { unitId: true } }))
    expect(await stands()).toEqual({ unitId: built.east })
    expect(await staged(on)).toMatchObject({ problems: 0, added: 0, changed: 0, ended: 0 })
    expect((await unitImportPage(keeper, (await staged(addDays(on, 1))).id))?.problems).toMatchObject([{ message: "organisation.problems.move-waits", params: { day: on } }])
    expect(await codeOf(confirmUnitImport(keeper, { id: (await staged(on)).id }))).toBe("conflict")
    expect(await takeEffect(new Date(`${on}T04:00:00Z`))).toBe(1)
    expect(await stands()).toEqual({ unitId: built.north })
    expect(await asReader(seed, ({ tx }) => tx.positionHolding.count({ where: { personId: tester.personId ?? "", unitId: built.north, to: null } }))).toBe(1)
  })

  test("a source without a preview is taken all at once, or its first problem is the refusal", async () => {
    const content = { sheets: {}, units: [], departments: [], positions: [], holdings: [], roles: [], people: [{ row: 1, unit: null, email: mail("joiner"), number: "J1", nameZh: "新员工", nameEn: null, language: null, department: null, position: null, from: null, to: null }] }
    const events = await eventsOf(company.north, () => done(importOrganisation(seed, { unitId: company.north, name: "directory", content })))
    expect(events).toEqual(["units.organisation-imported"])
    const [person] = content.people
    if (!person) throw new Error("nobody")
    expect(await codeOf(importOrganisation(seed, { unitId: company.north, name: "directory", content: { ...content, people: [{ ...person, department: "none" }] } }))).toBe("invalid")
    expect(await done(importOrganisation(seed, { unitId: company.north, name: "directory", content }))).toEqual({ added: 0, changed: 0, ended: 0 })
  })
})

test("a hostile workbook is refused and leaves nothing behind", async () => {
  const before = await asReader(admin, ({ tx }) => tx.unitImport.count())
  expect(await codeOf(uploaded(admin, { unitId: company.hq }, new TextEncoder().encode("PK\u0003\u0004 no workbook")))).toBe("unsupported-type")
  expect(await codeOf(uploaded(admin, { unitId: company.hq }, new Uint8Array(100)))).toBe("unsupported-type")
  expect(await asReader(admin, ({ tx }) => tx.unitImport.count())).toBe(before)
  const formula = await problemsOf({ people: [{ email: mail("f"), nameZh: "=1+1" }] })
  expect(formula).toEqual([])
})

test("what was confirmed is never changed nor erased", async () => {
  const staged = await stage({ departments: [{ code: code("audit"), nameZh: "审计部" }] }, admin, company.east)
  await done(confirmUnitImport(admin, { id: staged.id }))
  expect(await codeOf(asActor(actingAt(admin, new Date()), "tests.edit", ({ tx }) => tx.unitImport.update({ where: { id: staged.id }, data: { name: "other" } })))).toBe("wrong-state")
})
