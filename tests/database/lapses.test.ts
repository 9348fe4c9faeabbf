import { beforeEach, describe, expect, test } from "vitest"
import { cancelHandover } from "@/lib/handovers/commands/cancel"
import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { departuresFor } from "@/lib/handovers/queries/departures"
import { handoverPage } from "@/lib/handovers/queries/page"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { addPosition } from "@/lib/units/commands/units"
import { holdPosition } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { begin, crewOf, openQuarter } from "../builders/assessment"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { at, gave } from "../builders/evidence"
import { codeOf, done } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

const [before, day, after] = ["2026-11-30", "2026-12-01", "2026-12-05"]
let company: Company
const on = (name: CastName, when = day): Actor => actingAt(company.people[name], at(when))
const idOf = (name: CastName) => company.people[name].personId ?? ""

type Open = { id: string; personId: string; kind: string; leavesOn: string; interimPersonId: string | null; note: string; openedBy: string | null }
const departures = () => asOwner<Open>(`select id, "personId", kind, "leavesOn"::text as "leavesOn", "interimPersonId", note, "openedBy" from "Handover" where "unitId" = $1 and status not in ('completed', 'cancelled')`, [company.east])
const endRole = (name: CastName, to: string | null = day) => asOwner(`update "RoleGrant" set "to" = $2 where "personId" = $1`, [idOf(name), to])
const kindsOf = async (id = "") => new Set((await handoverPage(on("finance"), id))?.lines.map(({ kind }) => kind))
const mailsTo = async (name: CastName) => (await asOwner<{ text: string }>(`select payload ->> 'text' as text from "OutboxMessage" where "personId" = $1 order by id`, [idOf(name)])).map(({ text }) => text)

const hold = async (positionId: string) => gave(await holdPosition(on("finance", "2026-11-22"), { unitId: company.east, personId: idOf("owner"), positionId }))

/** Each number of owners that a point had on any day about then: never other than one. */
async function answering(): Promise<number[]> {
  const rows = await asOwner<{ owners: number }>(`
    select distinct (select count(*)::int from "Ownership" o where o."unitId" = $1 and o."pointId" = p.id and o."voidedAt" is null and o."from" <= d and (o."to" is null or o."to" > d)) as owners
    from unnest($2::uuid[]) p(id), generate_series('2026-11-01'::date, '2027-01-31'::date, interval '1 day') d`, [company.east, company.points.map(({ pointId }) => pointId)])
  return rows.map(({ owners }) => owners)
}

async function ownerOn(when: string): Promise<string | undefined> {
  const [row] = await asOwner<{ personId: string }>(`select distinct "personId" from "Ownership" where "unitId" = $1 and "voidedAt" is null and "from" <= $2 and ("to" is null or "to" > $2)`, [company.east, when])
  return row?.personId
}

beforeEach(async () => {
  // What an earlier company left open is no part of this one's nights.
  await asOwner(`update "RoleGrant" set "to" = null; update "PositionHolding" set "to" = null`)
  company = await buildCompany()
})

describe("what ends by its date starts a handover in the night", () => {
  test("the last role: from its day the department's head answers, everybody is written to, and it begins once", async () => {
    await endRole("owner")
    expect(await beginLapsed(at(before))).toBe(0)
    expect(await eventsAdded(company.east, async () => expect(await beginLapsed(at(day))).toBe(1))).toEqual(["handovers.opened"])
    const [open] = await departures()
    expect(open).toMatchObject({ personId: idOf("owner"), kind: "moves", leavesOn: day, interimPersonId: idOf("head"), openedBy: null, note: "最后一个角色已到期，系统自动发起移交。" })
    expect([await ownerOn(before), await ownerOn(day), await answering()]).toEqual([idOf("owner"), idOf("head"), [1]])
    expect((await mailsTo("head")).at(-1)).toContain("由您临时负责")
    expect((await mailsTo("finance")).at(-1)).toContain("现在等您：指定接交人")
    expect(await beginLapsed(at(after))).toBe(0)
    expect(await departures()).toHaveLength(1)
  })

  test("not while another role goes on, nor while one is to begin, nor for somebody who never had one", async () => {
    await endRole("owner")
    await done(grantRole(company.people.admin, { unitId: company.east, personId: idOf("owner"), role: "performer", from: after, to: "2026-12-20" }))
    expect([await beginLapsed(at(day)), await beginLapsed(at("2026-12-19"))]).toEqual([0, 0])
    await asOwner(`alter table "RoleGrant" disable trigger user; delete from "RoleGrant" where "personId" = '${idOf("owner")}'; alter table "RoleGrant" enable trigger user`)
    expect([await beginLapsed(at("2026-12-21")), await departures()]).toEqual([0, []])
  })

  test("it is not cancelled while the role is missing, and is once the role is granted again", async () => {
    await endRole("owner")
    await beginLapsed(at(day))
    const [open] = await departures()
    const reason = "续聘手续已办妥，继续任职。"
    expect(await codeOf(cancelHandover(on("finance"), { id: open?.id ?? "", reason }))).toBe("wrong-state")
    gave(await grantRole(on("admin"), { unitId: company.east, personId: idOf("owner"), role: "control-owner" }))
    gave(await cancelHandover(on("finance"), { id: open?.id ?? "", reason }))
    expect([await ownerOn(day), await answering(), await beginLapsed(at(after))]).toEqual([idOf("owner"), [1], 0])
  })

  test("where nobody can answer meanwhile it opens all the same: the points stay named, and the administrator is told whom to name", async () => {
    await asOwner(`update "Department" set "headPersonId" = null where "unitId" = $1`, [company.east])
    await asOwner(`update "RoleGrant" set "to" = $2 where "unitId" = $1 and role in ('department-head', 'finance-lead', 'plant-manager', 'control-owner')`, [company.east, day])
    expect(await beginLapsed(at(day))).toBe(1)
    expect(await departures()).toMatchObject([{ personId: idOf("owner"), interimPersonId: null }])
    expect([await ownerOn(after), await answering()]).toEqual([idOf("owner"), [1]])
    expect((await mailsTo("admin")).at(-1)).toContain("没有部门负责人或内控牵头人")
  })

  test("the account's last day, planned for nobody", async () => {
    await asOwner(`update "Person" set "to" = $2 where id = $1`, [idOf("owner"), day])
    expect(await beginLapsed(at(before))).toBe(0)
    expect(await beginLapsed(at(day))).toBe(1)
    expect(await departures()).toMatchObject([{ kind: "leaves", interimPersonId: idOf("head") }])
    expect(await answering()).toEqual([1])
  })

  test("one of two positions: what is owned in it alone", async () => {
    const other = await done(addPosition(company.people.admin, { unitId: company.east, departmentId: company.departmentId, code: "finance.cashier", nameZh: "出纳", nameEn: "Cashier" }))
    await hold(company.positionId)
    const ending = await hold(other.id)
    await asOwner(`alter table "Ownership" disable trigger kp_life; update "Ownership" set "positionId" = '${other.id}' where "unitId" = '${company.east}' and "pointId" = '${company.points[0]?.pointId}'; alter table "Ownership" enable trigger kp_life`)
    await asOwner(`update "PositionHolding" set "to" = $2 where id = $1`, [ending.id, day])
    expect(await beginLapsed(at(day))).toBe(1)
    const [open] = await departures()
    expect((await handoverPage(on("finance"), open?.id ?? ""))?.lines.map(({ subjectId }) => subjectId)).toEqual([company.points[0]?.pointId])
    expect([await answering(), await beginLapsed(at(after))]).toEqual([[1], 0])
  })

  test("the last position: everything, and cancelling gives it back with the points", async () => {
    const { id } = await hold(company.positionId)
    await asOwner(`update "PositionHolding" set "to" = $2 where id = $1`, [id, day])
    expect([await beginLapsed(at(before)), await beginLapsed(at(day))]).toEqual([0, 1])
    const [open] = await departures()
    expect((await handoverPage(on("finance"), open?.id ?? ""))?.lines).toHaveLength(company.points.length)
    gave(await cancelHandover(on("finance"), { id: open?.id ?? "", reason: "任期已续，继续任职。" }))
    expect([await ownerOn(day), await answering(), await beginLapsed(at(after))]).toEqual([idOf("owner"), [1], 0])
  })

  test("the last role that tests: the papers alone, and the tester keeps what they own", async () => {
    const quarter = await openQuarter(company, "2026-Q4", "2026-11-20")
    const [line] = quarter.lines
    if (!line) throw new Error("no line")
    await begin(crewOf(company, "2026-11-21"), line.id)
    gave(await grantRole(on("admin", "2026-11-22"), { unitId: company.east, personId: idOf("tester"), role: "performer" }))
    await asOwner(`update "RoleGrant" set "to" = $2 where "personId" = $1 and role = 'tester'`, [idOf("tester"), day])
    expect(await beginLapsed(at(before))).toBe(0)
    expect(await beginLapsed(at(day))).toBe(1)
    const [open] = await departures()
    expect(open).toMatchObject({ personId: idOf("tester"), interimPersonId: null, note: "不再担任可以测评的角色，系统自动发起底稿移交。" })
    expect(await kindsOf(open?.id)).toEqual(new Set(["test"]))
    expect(await beginLapsed(at(after))).toBe(0)
  })

  test("until the night has come round, the finance lead's and the administrator's first page names the departure", async () => {
    await endRole("owner")
    const unattended = async (name: CastName, when: string) => (await departuresFor(on(name, when))).unattended.filter(({ unitId }) => unitId === company.east)
    expect([await unattended("finance", before), await unattended("tester", day)]).toEqual([[], []])
    expect(await unattended("finance", day)).toMatchObject([{ personId: idOf("owner"), count: company.points.length }])
    expect(await unattended("admin", day)).toHaveLength(1)
    await beginLapsed(at(day))
    expect(await unattended("finance", day)).toEqual([])
  })

  test("two workers at once open one", async () => {
    await endRole("owner")
    expect((await Promise.all([beginLapsed(at(day)), beginLapsed(at(day))])).toSorted()).toEqual([0, 1])
    expect(await departures()).toHaveLength(1)
  })
})
