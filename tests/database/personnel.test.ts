import { beforeAll, describe, expect, test } from "vitest"
import { signInByOpenId } from "@/lib/access/commands/open-id"
import { givePassword } from "@/lib/access/commands/passwords"
import { carryOut } from "@/lib/personnel/commands/carry-out"
import { compareList } from "@/lib/personnel/commands/compare"
import { takeEffect } from "@/lib/personnel/commands/take-effect"
import { dismissChange } from "@/lib/personnel/commands/dismiss"
import { changePage, listChanges } from "@/lib/personnel/queries/changes"
import { type ListRow, personnelFilterSchema } from "@/lib/personnel/schema"
import { readList } from "@/lib/personnel/workbook"
import { type Actor, seed } from "@/lib/platform/actor"
import { addDays, dateOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { actorOfPerson, actorOfSession } from "@/lib/platform/identity"
import { detailsOf } from "@/lib/platform/openid"
import { writeWorkbook } from "@/lib/platform/workbook/write"
import { assignOwners } from "@/lib/units/commands/owners"
import { closeAccount, holdPosition } from "@/lib/units/commands/people"
import { addDepartment } from "@/lib/units/commands/units"
import { buildCompany, type Company } from "../builders/company"
import { at } from "../builders/evidence"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { newPlace, signedIn } from "../builders/session"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let hr: string
const day = today(new Date())
const admin = () => company.people.admin
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const emailOf = (name: keyof Company["people"]) => company.people[name].email
const row = (email: string, more: Partial<ListRow> = {}): ListRow => ({ row: 2, number: null, email, nameZh: "某人", nameEn: null, unit: null, department: null, position: null, from: null, to: null, ...more })
const compared = (rows: ListRow[], more: object = {}, actor: Actor = admin()) => compareList(actor, { unitId: company.east, complete: false, name: "名册.xlsx", rows, ...more })
const waiting = async (email: string) => (await listChanges(admin(), personnelFilterSchema.parse({ status: "open" }))).items.find((one) => one.email === email) ?? none()
const none = (): never => {
  throw new Error("no such change")
}
const identity = (email: string, more: object = {}) => ({ email, verified: true, strong: false, signedInAt: null, ...more })

beforeAll(async () => {
  company = await buildCompany()
  hr = (await done(addDepartment(admin(), { unitId: company.east, code: "hr", nameZh: "人力资源部", nameEn: "HR" }))).id
  await done(holdPosition(company.people.finance, { unitId: company.east, personId: idOf("owner"), positionId: company.positionId, from: undefined }))
})

describe("comparing a list", () => {
  test("lists joiners, movers and leavers once, with one event, and changes nobody", async () => {
    const rows = [row("new@keypoint.example", { nameZh: "新人", department: "财务部", position: "收入会计" }), row(emailOf("tester"), { department: "人力资源部" }), row(emailOf("performer"), { to: addDays(day, 10) })]
    expect(await eventsOf(company.east, async () => expect(await done(compared(rows))).toEqual({ joiners: 1, movers: 1, leavers: 1, known: 0 }))).toEqual(["personnel.compared"])
    expect(await eventsOf(company.east, async () => expect(await done(compared(rows))).toEqual({ joiners: 0, movers: 0, leavers: 0, known: 3 }))).toEqual([])
    expect(await waiting("new@keypoint.example")).toMatchObject({ kind: "joiner", departmentId: company.departmentId, positionId: company.positionId })
    expect(await asReader(seed, ({ tx }) => tx.person.findUniqueOrThrow({ where: { id: idOf("tester") }, select: { departmentId: true, active: true } }))).toEqual({ departmentId: company.departmentId, active: true })
    expect((await Promise.all([0, 1].map(() => compared([row("twins@keypoint.example")])))).map((result) => result.ok && result.value.joiners).toSorted()).toEqual([0, 1])
  })

  test("is the administrator's; another unit, an address of elsewhere and an unknown unit are refused and leave nothing", async () => {
    expect(await codeOf(compared([row("a@keypoint.example")], {}, company.people.finance))).toBe("not-allowed")
    expect(await codeOf(compared([row("a@keypoint.example")], {}, company.people.northFinance))).toBe("not-found")
    expect(await codeOf(compared([row("a@keypoint.example"), row("b@keypoint.example", { unit: "西厂" })]))).toBe("invalid")
    expect((await listChanges(admin(), personnelFilterSchema.parse({}))).items.map(({ email }) => email)).not.toContain("a@keypoint.example")
    expect((await listChanges(company.people.northFinance, personnelFilterSchema.parse({}))).items).toEqual([])
    expect(await asReader(company.people.externalAudit, ({ tx }) => tx.personnelChange.count())).toBe(0)
  })

  test("reads a workbook with its headings in any language and order, and names what is wrong at its cell", async () => {
    const sheet = (rows: (string | null)[][]) => writeWorkbook([{ name: "人员", columns: [{ heading: "Email" }, { heading: "姓名" }, { heading: "Department" }, { heading: "至" }], rows }])
    expect(await readList(await sheet([["li@keypoint.example", "李一", "财务部", "2026-12-31"]]), "zh-CN")).toMatchObject({ ok: true, value: [{ row: 2, email: "li@keypoint.example", nameZh: "李一", department: "财务部", to: "2026-12-31", unit: null }] })
    expect(await readList(await sheet([["not-an-address", "李一", null, null]]), "zh-CN")).toMatchObject({ ok: false, refusal: { errors: [{ message: "personnel.errors.email", params: { cell: "A2" } }] } })
    expect(await readList(new Uint8Array([1, 2, 3]), "zh-CN")).toMatchObject({ ok: false })
  })
})

describe("carrying out", () => {
  test("a joiner is entered with position and role, and only then can sign in", async () => {
    const change = await waiting("new@keypoint.example")
    expect(await codeOf(carryOut(company.people.finance, { id: change.id }))).toBe("not-allowed")
    expect(await codeOf(carryOut(company.people.northFinance, { id: change.id }))).toBe("not-found")
    expect(await codeOf(carryOut(admin(), { id: change.id, version: 9 }))).toBe("stale-version")
    const both = await Promise.all([0, 1].map(() => carryOut(admin(), { id: change.id, version: 1, role: "control-owner", until: addDays(day, 300) })))
    expect(both.map((result) => (result.ok ? "done" : result.refusal.code)).toSorted()).toEqual(["done", "stale-version"])
    const carried = both.find((result) => result.ok)
    const person = await actorOfPerson(carried?.ok ? carried.value.personId : "")
    expect(person).toMatchObject({ email: "new@keypoint.example", grants: [{ unitId: company.east, role: "control-owner" }] })
    expect(carried?.ok && carried.value.address).toMatch(/\/set-password\//)
    expect(await asReader(seed, ({ tx }) => tx.positionHolding.count({ where: { personId: person?.personId ?? "", positionId: company.positionId } }))).toBe(1)
    expect(await codeOf(carryOut(admin(), { id: change.id }))).toBe("wrong-state")
  })

  test("a mover changes department, and to another unit loses the roles of the old one", async () => {
    await done(carryOut(admin(), { id: (await waiting(emailOf("tester"))).id }))
    expect(await asReader(seed, ({ tx }) => tx.person.findUniqueOrThrow({ where: { id: idOf("tester") }, select: { departmentId: true } }))).toEqual({ departmentId: hr })
    await done(compared([row(emailOf("tester2"), { unit: "北厂" })], { unitId: company.hq }))
    await done(carryOut(admin(), { id: (await waiting(emailOf("tester2"))).id }))
    expect(await actorOfPerson(idOf("tester2"))).toMatchObject({ homeUnitId: company.north, grants: [] })
  })

  test("a leaver's account closes with roles and sessions, and what they own begins to be handed over", async () => {
    await done(givePassword(seed, idOf("owner"), "tide lantern copper nine"))
    const { sessionId } = await signedIn({ email: emailOf("owner"), password: "tide lantern copper nine" }, newPlace())
    const others = await asReader(seed, ({ tx }) => tx.person.findMany({ where: { unitId: company.east, id: { not: idOf("owner") } }, select: { email: true } }))
    expect(await done(compared(others.map(({ email }) => row(email)), { complete: true }))).toMatchObject({ leavers: 1 })
    const events = await eventsOf(company.east, async () => done(carryOut(admin(), { id: (await waiting(emailOf("owner"))).id, interimPersonId: idOf("head") })))
    expect(events).toEqual(expect.arrayContaining(["units.account-closed", "units.role-withdrawn", "handovers.opened"]))
    expect(events.at(-1)).toBe("personnel.left")
    expect(await actorOfSession(sessionId)).toBeNull()
    expect(await asReader(seed, ({ tx }) => tx.roleGrant.count({ where: { personId: idOf("owner"), withdrawnAt: null } }))).toBe(0)
    const [left] = (await listChanges(admin(), personnelFilterSchema.parse({ status: "carried-out" }))).items
    expect(await changePage(admin(), left?.id ?? "")).toMatchObject({ change: { email: emailOf("owner") }, handovers: [{ number: expect.stringMatching(/^交-/) }] })
    expect(await asReader(seed, ({ tx }) => tx.handover.findFirstOrThrow({ where: { personId: idOf("owner") }, select: { kind: true, interimPersonId: true, status: true, items: { select: { kind: true } } } }))).toMatchObject({ kind: "leaves", interimPersonId: idOf("head"), status: "opened" })
  })

  test("who leaves on a day to come works until then, and is nobody from that day on without any job", async () => {
    await done(carryOut(admin(), { id: (await waiting(emailOf("performer"))).id }))
    expect(await actorOfPerson(idOf("performer"))).toMatchObject({ grants: [{ role: "performer" }] })
    await asOwner(`update "Person" set "to" = (now() at time zone 'Asia/Shanghai')::date where id = $1`, [idOf("performer")])
    expect(await actorOfPerson(idOf("performer"))).toBeNull()
  })

  test("who leaves and has nobody to answer meanwhile: it is said before the decision, with who could be named", async () => {
    const built = await buildCompany()
    const [keeper, owner] = [built.people.admin, built.people.owner]
    await done(compareList(keeper, { unitId: built.east, complete: false, name: "名册.xlsx", rows: [row(owner.email, { to: day })] }))
    const change = (await listChanges(keeper, personnelFilterSchema.parse({ status: "open" }))).items.find(({ email }) => email === owner.email) ?? none()
    expect((await changePage(keeper, change.id))?.needs).toMatchObject([{ unitId: built.east, byDefault: { id: built.people.head.personId } }])
    await asOwner(`update "Department" set "headPersonId" = null where "unitId" = $1`, [built.east])
    await asOwner(`update "RoleGrant" set "to" = current_date where "unitId" = $1 and role in ('department-head', 'finance-lead', 'plant-manager')`, [built.east])
    const [need] = (await changePage(keeper, change.id))?.needs ?? []
    expect([need?.byDefault, need?.able.map(({ id }) => id).includes(built.people.performer.personId ?? ""), need?.able.some(({ id }) => id === owner.personId)]).toEqual([null, true, false])
    const refused = await carryOut(keeper, { id: change.id })
    expect(refused).toMatchObject({ ok: false, refusal: { errors: [{ path: "interimPersonId", message: "handovers.errors.interimChoose", params: { count: need?.able.length } }] } })
    await done(carryOut(keeper, { id: change.id, interimPersonId: built.people.performer.personId ?? "" }))
    expect(await asReader(seed, ({ tx }) => tx.handover.findFirstOrThrow({ where: { personId: owner.personId ?? "" }, select: { interimPersonId: true } }))).toEqual({ interimPersonId: built.people.performer.personId })
  })

  test("a move for a later day is agreed when it is decided, and takes effect on its day, at night, with its handover", async () => {
    const later = addDays(day, 20)
    const place = () => asReader(seed, ({ tx }) => tx.person.findUniqueOrThrow({ where: { id: idOf("evidenceReviewer") }, select: { unitId: true, departmentId: true } }))
    await done(assignOwners(company.people.finance, { unitId: company.east, personId: idOf("evidenceReviewer"), from: undefined, asOf: undefined, pointIds: [company.points[0]?.pointId ?? ""] }))
    const list = [row(emailOf("evidenceReviewer"), { unit: "北厂", from: later })]
    await done(compared(list, { unitId: company.hq }))
    const change = await waiting(emailOf("evidenceReviewer"))
    expect(await codeOf(carryOut(company.people.northFinance, { id: change.id }))).toBe("not-allowed")
    expect(await codeOf(carryOut(admin(), { id: change.id, departmentId: hr }))).toBe("invalid")
    const events = await eventsOf(company.north, async () => expect(await done(carryOut(admin(), { id: change.id, interimPersonId: idOf("head") }))).toMatchObject({ status: "agreed" }))
    expect(events).toEqual(["personnel.agreed"])
    expect(await place()).toEqual({ unitId: company.east, departmentId: company.departmentId })
    expect(await actorOfPerson(idOf("evidenceReviewer"))).toMatchObject({ grants: [{ role: "evidence-reviewer" }] })
    expect(await done(compared(list, { unitId: company.hq }))).toMatchObject({ movers: 0, known: 1 })
    expect(await codeOf(carryOut(admin(), { id: change.id }))).toBe("wrong-state")

    expect(await takeEffect(at(addDays(later, -1)))).toBe(0)
    expect(await place()).toMatchObject({ unitId: company.east })
    expect((await Promise.all([takeEffect(at(later)), takeEffect(at(later))])).toSorted()).toEqual([0, 1])
    expect(await place()).toEqual({ unitId: company.north, departmentId: null })
    expect(await asReader(seed, ({ tx }) => tx.roleGrant.count({ where: { personId: idOf("evidenceReviewer"), withdrawnAt: null } }))).toBe(0)
    expect(await asReader(seed, ({ tx }) => tx.handover.findFirstOrThrow({ where: { personId: idOf("evidenceReviewer") }, select: { unitId: true, kind: true, leavesOn: true, interimPersonId: true } }))).toEqual({ unitId: company.east, kind: "moves", leavesOn: dateOf(later), interimPersonId: idOf("head") })
    expect(await asReader(seed, ({ tx }) => tx.personnelChange.findUniqueOrThrow({ where: { id: change.id }, select: { status: true, decidedBy: true } }))).toEqual({ status: "carried-out", decidedBy: idOf("admin") })
  })

  test("an agreed move is undone until its day; who has left meanwhile moves nowhere; the database lets none be early", async () => {
    const later = addDays(day, 30)
    await done(compared([row(emailOf("tester"), { unit: "北厂", from: later }), row(emailOf("northTester"), { unit: "东厂", from: later })], { unitId: company.hq }))
    const [one, other] = [await waiting(emailOf("tester")), await waiting(emailOf("northTester"))]
    for (const { id } of [one, other]) await done(carryOut(admin(), { id }))
    await expect(asOwner(`update "PersonnelChange" set status = 'carried-out', "tookEffectAt" = now() where id = $1`, [one.id])).rejects.toThrow("immutable")
    await expect(asOwner(`update "PersonnelChange" set "agreedUnitId" = $2 where id = $1`, [one.id, company.hq])).rejects.toThrow("immutable")
    await done(dismissChange(admin(), { id: one.id, reason: "本人不调动，继续任职" }))
    await done(closeAccount(admin(), { personId: idOf("northTester"), version: undefined, interimPersonId: undefined }))
    expect(await takeEffect(at(later))).toBe(0)
    expect(await asReader(seed, ({ tx }) => tx.personnelChange.findMany({ where: { id: { in: [one.id, other.id] } }, select: { status: true } }))).toEqual([{ status: "dismissed" }, { status: "dismissed" }])
    expect(await asReader(seed, ({ tx }) => tx.person.findUniqueOrThrow({ where: { id: idOf("tester") }, select: { unitId: true } }))).toEqual({ unitId: company.east })
  })

  test("nobody decides about themselves; what is decided or dismissed stays so", async () => {
    await done(compared([row(emailOf("admin"), { to: addDays(day, 5) })], { unitId: company.hq }))
    const own = await waiting(emailOf("admin"))
    expect(await codeOf(carryOut(admin(), { id: own.id }))).toBe("separation-of-duties")
    expect(await codeOf(dismissChange(admin(), { id: own.id, reason: "名册有误，不离职" }))).toBe("separation-of-duties")
    const twin = await waiting("twins@keypoint.example")
    expect(await eventsOf(company.east, () => done(dismissChange(admin(), { id: twin.id, reason: "名册有误，并无此人" })))).toEqual(["personnel.dismissed"])
    expect(await codeOf(carryOut(admin(), { id: twin.id }))).toBe("wrong-state")
    await expect(asOwner(`update "PersonnelChange" set status = 'open' where id = $1`, [twin.id])).rejects.toThrow("immutable")
    await expect(asOwner(`delete from "PersonnelChange" where id = $1`, [twin.id])).rejects.toThrow("immutable")
  })
})

describe("the company's own sign-in", () => {
  test("lists who is unknown as a joiner without letting them in; an address that is not checked proves nothing", async () => {
    const said = identity("stranger@keypoint.example", { name: "陌生人", employeeNumber: "E-9", department: "财务部" })
    expect(await codeOf(signInByOpenId(identity("unchecked@keypoint.example", { verified: false }), newPlace()))).toBe("unauthenticated")
    expect(await codeOf(signInByOpenId(said, newPlace()))).toBe("unauthenticated")
    expect(await codeOf(signInByOpenId(said, newPlace()))).toBe("unauthenticated")
    const { items } = await listChanges(admin(), personnelFilterSchema.parse({ status: "open" }))
    expect(items.filter(({ source }) => source === "sign-in")).toMatchObject([{ kind: "joiner", email: "stranger@keypoint.example", nameZh: "陌生人", employeeNumber: "E-9", department: "财务部", unitId: company.hq }])
  })

  test("lists another department as a move and lets the person in; who is disabled there is a leaver and stays outside", async () => {
    expect(await codeOf(signInByOpenId(identity(emailOf("manager"), { department: "Finance" }), newPlace()))).toBe("done")
    expect(await codeOf(signInByOpenId(identity(emailOf("manager"), { department: "HR" }), newPlace()))).toBe("done")
    expect(await waiting(emailOf("manager"))).toMatchObject({ kind: "mover", departmentId: hr, source: "sign-in" })
    expect(await codeOf(signInByOpenId(identity(emailOf("head"), { disabled: true }), newPlace()))).toBe("unauthenticated")
    expect(await waiting(emailOf("head"))).toMatchObject({ kind: "leaver" })
  })

  test("reads only the claims that the installation names", () => {
    const claims = { name: "李一", employee_number: 1007, dept: " 财务部 ", off: "true" }
    expect(detailsOf(claims, {})).toEqual({ name: "李一", employeeNumber: null, department: null, disabled: false })
    expect(detailsOf(claims, { employeeNumber: "employee_number", department: "dept", disabled: "off" })).toEqual({ name: "李一", employeeNumber: "1007", department: "财务部", disabled: true })
    expect(detailsOf({ dept: ["x"] }, { department: "dept" })).toMatchObject({ department: null })
  })
})
