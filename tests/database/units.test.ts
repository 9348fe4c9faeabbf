import { beforeAll, expect, test } from "vitest"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { actingAt, seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { homeOf } from "@/lib/evidence/queries/home"
import { assignByPosition, assignOwner, assignOwners, voidOwnership } from "@/lib/units/commands/owners"
import { addPerson, holdPosition, leavePosition } from "@/lib/units/commands/people"
import { addPerformer, endPerformer } from "@/lib/units/commands/performers"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { addDepartment, addPosition, foundUnit, setHead } from "@/lib/units/commands/units"
import { peoplePage } from "@/lib/handovers/queries/people-page"
import { headOf } from "@/lib/units/queries/head"
import { listOwned, ownershipMatrix, pointOwnership } from "@/lib/units/queries/matrix"
import { unitOverview } from "@/lib/units/queries/unit-overview"
import { unitPage } from "@/lib/units/queries/unit-page"
import { listUnits } from "@/lib/units/queries/units"
import { ownersIn } from "@/lib/units/queries/owners"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwnerBefore } from "../builders/owner"

let company: Company
let points: string[]
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""

beforeAll(async () => {
  company = await buildCompany()
  const matrix = await ownershipMatrix(company.people.finance, { unit: company.east, limit: 200 })
  points = matrix?.items.map((point) => point.pointId) ?? []
})

const point = (place: number) => points[place] ?? ""
const ownerOf = async (pointId: string, day?: string) => asReader(seed, async ({ tx }) => (await ownersIn(tx, company.east, day)).get(pointId))

test("the head of whom another statement names is asked of that person alone, whatever that statement calls its tables", async () => {
  const { east, north } = company
  const rows = await asReader(seed, ({ tx }) => tx.$queryRaw<{ head: string | null }[]>`
    select (${headOf(Prisma.sql`h."unitId"`, Prisma.sql`h."personId"`)}) as head
    from (values (1, ${east}::uuid, ${idOf("owner")}::uuid), (2, ${north}::uuid, ${idOf("northFinance")}::uuid)) as h (place, "unitId", "personId") order by place`)
  expect(rows).toEqual([{ head: idOf("head") }, { head: null }])
})

test("a new owner ends the one before, in one event; the past still answers with the first", async () => {
  const input = { unitId: company.east, pointId: point(0), personId: idOf("manager") }
  expect(await eventsOf(company.east, () => done(assignOwner(company.people.finance, input)))).toEqual(["units.owner-assigned"])
  expect(await ownerOf(point(0))).toBe(idOf("manager"))
  expect(await ownerOf(point(0), "2026-01-15")).toBe(idOf("owner"))
  expect(await codeOf(assignOwner(company.people.finance, input))).toBe("conflict")
})

test("a page that showed another owner conflicts and changes nothing", async () => {
  const input = { unitId: company.east, pointId: point(1), personId: idOf("manager"), seen: "none" }
  const events = await eventsOf(company.east, async () => expect(await codeOf(assignOwner(company.people.finance, input))).toBe("stale-version"))
  expect(events).toEqual([])
  expect(await ownerOf(point(1))).toBe(idOf("owner"))
})

test("two finance leads at once: one names the owner, the other gets a conflict", async () => {
  const made = await pointOwnership(company.people.finance, company.east, point(1))
  await done(voidOwnership(company.people.finance, { id: made?.history[0]?.id ?? "", reason: "entered for the wrong plant" }))
  const codes = await Promise.all(
    [idOf("manager"), idOf("head"), idOf("tester")].map((personId) => codeOf(assignOwner(company.people.finance, { unitId: company.east, pointId: point(1), personId, seen: "none" }))))
  expect(codes.filter((code) => code === "done")).toHaveLength(1)
  expect(codes.filter((code) => code === "conflict" || code === "stale-version")).toHaveLength(2)
})

test("who may assign is told on the first page how many points have no owner, as many as the matrix says; nobody else is", async () => {
  const gapsFor = async (who: "finance" | "tester") => (await homeOf(company.people[who], { unitId: company.east, shown: 1 })).gaps
  const stated = async () => (await ownershipMatrix(company.people.finance, { unit: company.east, limit: 1 }))?.counts.gaps
  expect([await gapsFor("finance"), await stated()]).toEqual([0, 0])
  const owned = await pointOwnership(company.people.finance, company.east, point(0))
  await done(voidOwnership(company.people.finance, { id: owned?.history.find((row) => row.current)?.id ?? "", reason: "entered for the wrong plant" }))
  expect([await gapsFor("finance"), await stated()]).toEqual([1, 1])
  await done(assignOwner(company.people.finance, { unitId: company.east, pointId: point(0), personId: idOf("manager"), seen: "none" }))
  expect([await gapsFor("finance"), await stated()]).toEqual([0, 0])
  expect(await gapsFor("tester")).toBeNull()
})

test("two who give the same points to different people at once: one wins, the other is told; and so is who looked before", async () => {
  const [asOf, pointIds] = [(await ownershipMatrix(company.people.finance, { unit: company.east, limit: 1 }))?.asOf, [point(5), point(6)]]
  const give = (who: "finance" | "office", name: "manager" | "head") => assignOwners(company.people[who], { unitId: company.east, pointIds, personId: idOf(name), asOf })
  const codes = await Promise.all([codeOf(give("finance", "manager")), codeOf(give("office", "head"))])
  expect(codes.filter((code) => code === "done")).toHaveLength(1)
  expect(["conflict", "stale-version"]).toContain(codes.find((code) => code !== "done"))
  const owners = [await ownerOf(point(5)), await ownerOf(point(6))]
  expect(new Set(owners).size).toBe(1)
  const late = await give("office", owners[0] === idOf("manager") ? "head" : "manager")
  expect(late).toMatchObject({ ok: false, refusal: { code: "stale-version", message: "units.refusals.assignedMeanwhile" } })
  expect(await ownerOf(point(5))).toBe(owners[0])
})

test("who is through all questions while another names the owner is told so once the rows are theirs", async () => {
  const asOf = new Date().toISOString()
  let late: Promise<unknown> = Promise.resolve()
  await asOwnerBefore("Ownership", () => void (late = assignOwners(company.people.office, { unitId: company.east, pointIds: [point(8)], personId: idOf("head"), asOf })), `
    delete from "Ownership" where "unitId" = '${company.east}' and "pointId" = '${point(8)}';
    insert into "Ownership" (id, "unitId", "pointId", "personId", "from", "assignedAt") values ('${newId()}', '${company.east}', '${point(8)}', '${idOf("manager")}', '2026-01-01', now() + interval '1 second')`)
  expect(await late).toMatchObject({ ok: false, refusal: { code: "stale-version", message: "units.refusals.assignedMeanwhile" } })
  expect(await ownerOf(point(8))).toBe(idOf("manager"))
})

test("two who name the owner of a point that has one, from the same page: the second is told to look again", async () => {
  const seen = (await pointOwnership(company.people.finance, company.east, point(7)))?.history.find((row) => row.current)?.id
  const name = (who: "finance" | "office", personId: string) => codeOf(assignOwner(company.people[who], { unitId: company.east, pointId: point(7), personId, seen }))
  const codes = await Promise.all([name("finance", idOf("manager")), name("office", idOf("head"))])
  expect(codes.filter((code) => code === "done")).toHaveLength(1)
  expect(["conflict", "stale-version"]).toContain(codes.find((code) => code !== "done"))
})

test("several points go to one person, all or none", async () => {
  const pointIds = [point(2), point(3)]
  const unknown = await eventsOf(company.east, async () =>
    expect(await codeOf(assignOwners(company.people.finance, { unitId: company.east, pointIds: [...pointIds, newId()], personId: idOf("head") }))).toBe("not-found"))
  expect(unknown).toEqual([])
  expect(await ownerOf(point(2))).toBe(idOf("owner"))
  expect(await eventsOf(company.east, () => done(assignOwners(company.people.finance, { unitId: company.east, pointIds, personId: idOf("head") })))).toEqual(["units.owners-assigned"])
  expect([await ownerOf(point(2)), await ownerOf(point(3))]).toEqual([idOf("head"), idOf("head")])
})

test("all that a filter finds are as many as were seen, or nothing is changed", async () => {
  const input = { unitId: company.east, pointIds: [point(2), point(3), point(3)], personId: idOf("owner") }
  const refused = await eventsOf(company.east, async () =>
    expect(await assignOwners(company.people.finance, { ...input, expected: 3 })).toMatchObject({ refusal: { code: "stale-version", message: "units.refusals.assignedMeanwhile" } }))
  expect(refused).toEqual([])
  expect(await codeOf(assignOwners(company.people.tester, { ...input, expected: 3 }))).toBe("not-allowed")
  await done(assignOwners(company.people.finance, { ...input, expected: 2 }))
  await done(assignOwners(company.people.finance, { ...input, expected: 2, personId: idOf("head") }))
})

test("a voided row stays with its reason, leaves a gap that is listed first, and is never edited", async () => {
  const before = await pointOwnership(company.people.finance, company.east, point(3))
  const row = before?.history.find((one) => one.current)?.id ?? ""
  const input = { id: row, reason: "the wrong person was named" }
  expect(await codeOf(voidOwnership(company.people.tester, input))).toBe("not-allowed")
  expect(await eventsOf(company.east, () => done(voidOwnership(company.people.finance, input)))).toEqual(["units.ownership-voided"])
  expect(await codeOf(voidOwnership(company.people.finance, input))).toBe("wrong-state")
  const matrix = await ownershipMatrix(company.people.finance, { unit: company.east, limit: 1 })
  expect(matrix?.items[0]).toMatchObject({ pointId: point(3), owner: null })
  const edit = asActor(seed, "tests.edit", ({ tx }) => tx.ownership.updateMany({ where: { id: row }, data: { personId: idOf("manager") } }))
  expect(await codeOf(edit)).toBe("wrong-state")
})

test("points without an owner go to the one holder of their position", async () => {
  const before = await ownershipMatrix(company.people.finance, { unit: company.east, gaps: "yes", limit: 200 })
  const position = before?.items[0]?.position ?? ""
  const holders = await asReader(seed, ({ tx }) => tx.position.findFirst({ where: { unitId: company.east, code: position }, select: { id: true } }))
  const positionId = holders?.id ?? (await done(addPosition(company.people.admin, { unitId: company.east, departmentId: company.departmentId, code: position, nameZh: "岗", nameEn: "Position" }))).id
  expect(await codeOf(assignByPosition(company.people.finance, { unitId: company.east }))).toBe("conflict")
  await done(holdPosition(company.people.finance, { unitId: company.east, personId: idOf("performer"), positionId }))
  const result = await done(assignByPosition(company.people.finance, { unitId: company.east, position }))
  expect(result).toMatchObject({ assigned: before?.items.filter((item) => item.position === position).length, gaps: 0 })
  expect(await ownerOf(point(3))).toBe(idOf("performer"))
})

test("a department's head names owners of the own department; a tester of nothing", async () => {
  const input = { unitId: company.east, pointId: point(4), personId: idOf("head") }
  expect(await codeOf(assignOwner(company.people.tester, input))).toBe("not-allowed")
  expect(await codeOf(assignOwner(company.people.admin, input))).toBe("not-allowed")
  expect(await codeOf(assignOwner(company.people.northFinance, input))).toBe("not-found")
  expect(await codeOf(assignOwner(company.people.finance, { ...input, personId: idOf("northOwner") }))).toBe("not-found")
  expect(await codeOf(assignOwner(company.people.finance, { ...input, from: "2026-01-01" }))).toBe("invalid")
})

test("performers come and go; the same one is not added twice", async () => {
  const input = { unitId: company.east, pointId: point(4), personId: idOf("performer") }
  let id = ""
  expect(await eventsOf(company.east, async () => { ({ id } = await done(addPerformer(company.people.finance, input))) })).toEqual(["units.performer-added"])
  expect(await codeOf(addPerformer(company.people.finance, input))).toBe("conflict")
  expect(await codeOf(endPerformer(company.people.northFinance, { id }))).toBe("not-found")
  expect(await eventsOf(company.east, () => done(endPerformer(company.people.finance, { id })))).toEqual(["units.performer-ended"])
  expect(await codeOf(endPerformer(company.people.finance, { id }))).toBe("wrong-state")
})

test("the administrator grants and withdraws roles, never their own nor those that do not go together", async () => {
  const { admin } = company.people
  const grant = { unitId: company.east, personId: idOf("performer"), role: "evidence-reviewer" } as const
  let id = ""
  expect(await eventsOf(company.east, async () => { ({ id } = await done(grantRole(admin, grant))) })).toEqual(["units.role-granted"])
  expect(await codeOf(grantRole(admin, grant))).toBe("conflict")
  expect(await codeOf(grantRole(company.people.finance, grant))).toBe("not-allowed")
  expect(await codeOf(grantRole(admin, { ...grant, personId: idOf("admin") }))).toBe("separation-of-duties")
  expect(await codeOf(grantRole(admin, { ...grant, personId: idOf("tester"), role: "administrator" }))).toBe("separation-of-duties")
  expect(await codeOf(grantRole(company.people.northFinance, grant))).toBe("not-found")
  expect(await eventsOf(company.east, () => done(withdrawRole(admin, { id })))).toEqual(["units.role-withdrawn"])
  expect(await codeOf(withdrawRole(admin, { id }))).toBe("wrong-state")
})

test("the administrator keeps units, departments, positions and people; others are refused and leave nothing", async () => {
  const { admin, finance } = company.people
  const named = { nameZh: "新", nameEn: "New" }
  const unit = await done(foundUnit(admin, { parentId: company.hq, code: `W-${newId().slice(-8)}`, kind: "wind", ...named }))
  expect(await codeOf(addDepartment(admin, { unitId: unit.id, code: "finance", ...named }))).toBe("not-found")
  const department = { unitId: company.east, code: "hr", ...named }
  expect(await eventsOf(company.east, () => codeOf(addDepartment(finance, department)))).toEqual([])
  const { id } = await done(addDepartment(admin, department))
  expect(await codeOf(addDepartment(admin, department))).toBe("conflict")
  expect(await eventsOf(company.east, () => done(setHead(admin, { id, personId: idOf("head"), version: 1 })))).toEqual(["units.head-set"])
  expect(await codeOf(setHead(admin, { id, version: 1 }))).toBe("stale-version")
  expect(await codeOf(addPerson(admin, { unitId: company.east, email: company.people.owner.email, language: "en", ...named }))).toBe("conflict")
})

test("who leaves a position no longer holds it from that day, and hands over the points that are theirs", async () => {
  const holding = await done(holdPosition(actingAt(seed, new Date("2026-03-01T02:00:00Z")), { unitId: company.east, personId: idOf("manager"), positionId: company.positionId }))
  expect(await codeOf(holdPosition(company.people.finance, { unitId: company.east, personId: idOf("manager"), positionId: company.positionId }))).toBe("conflict")
  expect(await codeOf(leavePosition(company.people.tester, { id: holding.id }))).toBe("not-allowed")
  expect(await eventsOf(company.east, () => done(leavePosition(company.people.finance, { id: holding.id })))).toEqual(["handovers.opened", "units.position-left"])
  expect(await codeOf(leavePosition(company.people.finance, { id: holding.id }))).toBe("wrong-state")
})

test("the list of units counts the points that apply and those with an owner today, as the matrix does", async () => {
  const { finance, office } = company.people
  // One with an owner applies no longer here, and one has an owner from next year only.
  await done(overrideApplicability(office, { unitId: company.east, pointId: point(2), applicable: false, reason: "由公司统一执行。" }))
  const later = (await ownershipMatrix(finance, { unit: company.east, limit: 1 }))?.items[0]?.pointId ?? ""
  const now = await pointOwnership(finance, company.east, later)
  for (const { id } of now?.history ?? []) await voidOwnership(finance, { id, reason: "entered for the wrong plant" })
  await done(assignOwner(finance, { unitId: company.east, pointId: later, personId: idOf("manager"), from: "2099-01-01" }))
  const row = (await listUnits(finance)).find(({ id }) => id === company.east)
  const counts = (await ownershipMatrix(finance, { unit: company.east, limit: 1 }))?.counts
  expect(counts?.gaps).toBeGreaterThan(0)
  expect({ applicable: row?.applicable, gaps: (row?.applicable ?? 0) - (row?.owned ?? 0) }).toEqual(counts)
})

test("a unit's page tells its departments with their heads, its positions with their holders, and its people", async () => {
  const page = (await unitPage(company.people.finance, company.east)) ?? expect.fail("no page")
  const stored = await asReader(seed, async ({ tx }) => ({
    unit: await tx.unit.findUnique({ where: { id: company.east } }), departments: await tx.department.findMany({ where: { unitId: company.east }, orderBy: { code: "asc" } }),
    holdings: await tx.positionHolding.count({ where: { unitId: company.east, to: null } }), position: await tx.position.findFirst({ where: { unitId: company.east, id: company.positionId } }),
  }))
  expect(stored.unit).toMatchObject(page.unit)
  expect(page.departments.map(({ name, head, ...row }) => ({ ...row, zh: name.zh, headed: head !== null })))
    .toEqual(stored.departments.map(({ id, unitId, code, nameZh, nameEn, headPersonId, version }) => ({ id, unitId, code, nameZh, nameEn, headPersonId, version, zh: nameZh, headed: headPersonId !== null })))
  expect(page.positions.find(({ id }) => id === company.positionId)).toMatchObject({ code: stored.position?.code, departmentId: stored.position?.departmentId })
  expect(page.positions.reduce((sum, { holders }) => sum + holders.length, 0)).toBe(page.holdings.length)
  expect(page.holdings.filter(({ to }) => to === null)).toHaveLength(stored.holdings)
  expect(page.people.map(({ id }) => id)).toEqual((await peoplePage(company.people.finance, company.east))?.people.map(({ id }) => id))
  expect(await unitPage(company.people.finance, company.north)).toBeNull()
  expect(await peoplePage(company.people.finance, company.north)).toBeNull()
})

test("a unit's overview tells the same heads and holders, and the people only to who may choose among them", async () => {
  const { finance, admin } = company.people
  const page = (await unitPage(finance, company.east)) ?? expect.fail("no page")
  const shown = (await unitOverview(finance, company.east)) ?? expect.fail("no overview")
  expect(page.unit).toEqual(shown.unit)
  expect(shown.departments.map(({ id, head }) => ({ id, head }))).toEqual(page.departments.map(({ id, head }) => ({ id, head })))
  expect(shown.departments.filter(({ head }) => head)).not.toHaveLength(0)
  const holders = (positions: { id: string; holders: { zh: string }[] }[]) => positions.map(({ id, holders }) => ({ id, holders: holders.map(({ zh }) => zh).sort() }))
  expect(holders(shown.positions)).toEqual(holders(page.positions))
  expect(shown.positions.flatMap(({ holders }) => holders)).not.toHaveLength(0)
  expect(shown).toMatchObject({ keeps: false, people: [] })
  const kept = (await unitOverview(admin, company.east)) ?? expect.fail("no overview")
  expect(kept.people.map(({ id }) => id)).toEqual(page.people.map(({ id }) => id))
  expect(await unitOverview(finance, company.north)).toBeNull()
})

test("the list for programs names the row of each owner, by which a mistaken one is voided", async () => {
  const list = await listOwned(company.people.finance, { unit: company.east, limit: 200 })
  const page = await ownershipMatrix(company.people.finance, { unit: company.east, limit: 200 })
  expect(list?.items.map(({ pointId, owner }) => ({ pointId, personId: owner?.personId }))).toEqual(page?.items.map(({ pointId, owner }) => ({ pointId, personId: owner?.personId })))
  const standing = await asReader(seed, async ({ tx }) => tx.ownership.findMany({ where: { unitId: company.east, voidedAt: null, to: null }, select: { id: true, pointId: true, personId: true } }))
  const told = (list?.items ?? []).flatMap(({ pointId, owner }) => (owner ? [{ id: owner.ownershipId, pointId, personId: owner.personId }] : []))
  expect(told.length).toBeGreaterThan(3)
  expect(standing).toEqual(expect.arrayContaining(told))
  expect(await listOwned(company.people.finance, { unit: "nowhere", limit: 200 })).toBeNull()
})

test("points are found by what their position is called, and the same are meant when all that was found goes to one person", async () => {
  const found = (position?: string) => ownershipMatrix(company.people.finance, { unit: company.east, position, limit: 200 })
  const all = await found()
  const named = (all?.items ?? []).find(({ position }) => all?.positionNames.get(position))?.position ?? ""
  const name = all?.positionNames.get(named)?.zh ?? ""
  const wanted = all?.items.filter(({ position }) => position === named).map(({ pointId }) => pointId)
  for (const typed of [named, name, named.toUpperCase()]) expect((await found(typed))?.matching).toEqual(wanted)
  expect((await found("no such position"))?.items).toEqual([])
})
