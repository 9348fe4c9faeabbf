import { beforeEach, describe, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { cancelHandover } from "@/lib/handovers/commands/cancel"
import { superviseHandover } from "@/lib/handovers/commands/complete"
import { declineHandover } from "@/lib/handovers/commands/decline"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { remindHandovers } from "@/lib/handovers/commands/remind"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { handoverPage } from "@/lib/handovers/queries/page"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { addDepartment, addPosition } from "@/lib/units/commands/units"
import { moveDepartment } from "@/lib/units/commands/move"
import { assignOwner } from "@/lib/units/commands/owners"
import { closeAccount, holdPosition, leavePosition } from "@/lib/units/commands/people"
import { addPerformer } from "@/lib/units/commands/performers"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { at, gave } from "../builders/evidence"
import { codeOf, done } from "../builders/outcome"
import { asApplication, asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

const password = "tide lantern copper nine"
const day = "2026-11-22"
let company: Company
let points: string[]
const on = (name: CastName, when = day): Actor => actingAt(company.people[name], at(when))
const idOf = (name: CastName) => company.people[name].personId ?? ""

beforeEach(async () => {
  company = await buildCompany()
  points = company.points.map(({ pointId }) => pointId)
  for (const name of ["owner", "performer", "head", "finance", "evidenceReviewer"] as const) gave(await givePassword(seed, idOf(name), password))
})

type Open = { id: string; personId: string; kind: string; leavesOn: string; interimPersonId: string | null; note: string }
const departures = () => asOwner<Open>(`select id, "personId", kind, "leavesOn"::text as "leavesOn", "interimPersonId", note from "Handover" where "unitId" = $1 and status not in ('completed', 'cancelled')`, [company.east])
const holding = (positionId = company.positionId) => done(holdPosition(on("finance"), { unitId: company.east, personId: idOf("owner"), positionId }))

/** For each day of two months around the departure and each point that had an owner: how many answer for it. Never other than one. */
async function answering(): Promise<number[]> {
  const rows = await asOwner<{ owners: number }>(`
    select distinct (select count(*)::int from "Ownership" o where o."unitId" = $1 and o."pointId" = p.id and o."voidedAt" is null and o."from" <= d and (o."to" is null or o."to" > d)) as owners
    from unnest($2::uuid[]) p(id), generate_series('2026-11-01'::date, '2027-01-31'::date, interval '1 day') d`, [company.east, points])
  return rows.map(({ owners }) => owners)
}

/** On a day, who answers for a point. */
async function ownerOn(when: string, point = points[0]): Promise<string | undefined> {
  const [row] = await asOwner<{ personId: string }>(`select "personId" from "Ownership" where "unitId" = $1 and "pointId" = $2 and "voidedAt" is null and "from" <= $3 and ("to" is null or "to" > $3)`, [company.east, point, when])
  return row?.personId
}

describe("leaving or moving starts a handover by itself", () => {
  test("the last position: everything passes on, the department's head answers from the first day, and cancelling gives it back", async () => {
    const { id } = await holding()
    gave(await addPerformer(on("finance"), { unitId: company.east, pointId: points[1] ?? "", personId: idOf("owner") }))
    expect(await eventsAdded(company.east, async () => gave(await leavePosition(on("finance"), { id, to: "2026-12-01" })))).toEqual(["handovers.opened", "units.position-left"])
    const [open] = await departures()
    expect(open).toMatchObject({ personId: idOf("owner"), kind: "moves", leavesOn: "2026-12-01", interimPersonId: idOf("head") })
    const kinds = (await handoverPage(on("finance"), open?.id ?? ""))?.lines.map(({ kind }) => kind) ?? []
    expect([kinds.filter((kind) => kind === "point").length, kinds.filter((kind) => kind === "performing").length]).toEqual([points.length, 1])
    expect([await ownerOn("2026-11-30"), await ownerOn("2026-12-01")]).toEqual([idOf("owner"), idOf("head")])
    expect(await answering()).toEqual([1])
    gave(await cancelHandover(on("finance"), { id: open?.id ?? "", reason: "本人决定留任原岗。" }))
    expect(await ownerOn("2026-12-01")).toBe(idOf("owner"))
    expect(await asOwner(`select "to" from "PositionHolding" where id = $1`, [id])).toEqual([{ to: null }])
    expect(await answering()).toEqual([1])
  })

  test("one of two positions: only what is owned in it; the other goes on", async () => {
    const other = await done(addPosition(company.people.admin, { unitId: company.east, departmentId: company.departmentId, code: "finance.cashier", nameZh: "出纳", nameEn: "Cashier" }))
    const [first] = [await holding(), await holding(other.id)]
    await asOwner(`alter table "Ownership" disable trigger kp_life; update "Ownership" set "positionId" = '${other.id}' where "unitId" = '${company.east}' and "pointId" = '${points[0]}'; alter table "Ownership" enable trigger kp_life`)
    const elsewhere = await asOwner<{ pointId: string }>(`select "pointId" from "Ownership" where "unitId" = $1 and "positionId" = $2 and "to" is null`, [company.east, company.positionId])
    expect(elsewhere).toHaveLength(points.length - 1)
    gave(await leavePosition(on("finance"), { id: first.id }))
    const [open] = await departures()
    const page = await handoverPage(on("finance"), open?.id ?? "")
    expect(page?.lines.map(({ subjectId }) => subjectId).toSorted()).toEqual(elsewhere.map(({ pointId }) => pointId).toSorted())
    expect(await asOwner(`select count(*)::int as running from "PositionHolding" where "personId" = $1 and "to" is null`, [idOf("owner")])).toEqual([{ running: 1 }])
    expect(await answering()).toEqual([1])
  })

  test("a closed account: the points are somebody's from today, and the departure cannot be cancelled, only done", async () => {
    expect(await eventsAdded(company.east, async () => gave(await closeAccount(on("admin"), { personId: idOf("owner") })))).toEqual(["handovers.opened", "units.account-closed"])
    const [open] = await departures()
    expect(open).toMatchObject({ kind: "leaves", leavesOn: day, interimPersonId: idOf("head") })
    expect(await ownerOn(day)).toBe(idOf("head"))
    expect(await codeOf(cancelHandover(on("finance"), { id: open?.id ?? "", reason: "本人决定留任原岗。" }))).toBe("wrong-state")
    const about = { id: open?.id ?? "", password }
    gave(await divideHandover(on("finance"), { ...about, takerPersonId: idOf("performer"), itemIds: [] }))
    gave(await handOver(on("head"), { ...about, reason: "本人已离职，不能到场签字。" }))
    gave(await takeOver(on("performer"), about))
    gave(await superviseHandover(on("finance"), about))
    expect([await ownerOn(day), await answering(), await departures()]).toEqual([idOf("performer"), [1], []])
  })

  test("an account closed before the day that was planned: the handover begins anew, from today", async () => {
    const planned = gave(await openHandover(on("finance"), { unitId: company.east, personId: idOf("owner"), kind: "leaves", leavesOn: "2026-12-20", interimPersonId: idOf("evidenceReviewer"), note: "年底退休，提前安排。" }))
    gave(await closeAccount(on("admin"), { personId: idOf("owner") }))
    const open = await departures()
    expect(open).toMatchObject([{ leavesOn: day, interimPersonId: idOf("evidenceReviewer") }])
    expect(open[0]?.id).not.toBe(planned.id)
    expect([await ownerOn("2026-11-21"), await ownerOn(day), await ownerOn("2026-12-25")]).toEqual([idOf("owner"), idOf("evidenceReviewer"), idOf("evidenceReviewer")])
    expect(await answering()).toEqual([1])
  })

  test("the last role, and not one of two", async () => {
    const second = await done(grantRole(on("admin"), { unitId: company.east, personId: idOf("owner"), role: "performer" }))
    const [first] = await asOwner<{ id: string }>(`select id from "RoleGrant" where "personId" = $1 and role = 'control-owner'`, [idOf("owner")])
    expect(await eventsAdded(company.east, async () => gave(await withdrawRole(on("admin"), { id: second.id })))).toEqual(["units.role-withdrawn"])
    expect(await eventsAdded(company.east, async () => gave(await withdrawRole(on("admin"), { id: first?.id ?? "" })))).toEqual(["handovers.opened", "units.role-withdrawn"])
    expect(await departures()).toMatchObject([{ personId: idOf("owner"), interimPersonId: idOf("head") }])
    expect(await answering()).toEqual([1])
  })

  test("another department: the old one's positions end, its head goes on dividing and may sign", async () => {
    const { id } = await holding()
    const department = await done(addDepartment(on("admin"), { unitId: company.east, code: "fuel", nameZh: "燃料部", nameEn: "Fuel" }))
    expect(await codeOf(moveDepartment(on("tester"), { personId: idOf("owner"), departmentId: department.id }))).toBe("not-allowed")
    expect(await codeOf(moveDepartment(on("northFinance"), { personId: idOf("owner"), departmentId: department.id }))).toBe("not-found")
    expect(await codeOf(moveDepartment(on("finance"), { personId: idOf("owner"), departmentId: department.id, version: 9 }))).toBe("stale-version")
    const added = await eventsAdded(company.east, async () => gave(await moveDepartment(on("finance"), { personId: idOf("owner"), departmentId: department.id, interimPersonId: idOf("performer") })))
    expect(added).toEqual(["handovers.opened", "units.department-changed"])
    expect(await asOwner(`select "to"::text as to from "PositionHolding" where id = $1`, [id])).toEqual([{ to: day }])
    const [open] = await departures()
    expect(open).toMatchObject({ interimPersonId: idOf("performer") })
    expect((await handoverPage(on("head"), open?.id ?? ""))?.handover.headPersonId).toBe(idOf("head"))
    gave(await divideHandover(on("head"), { id: open?.id ?? "", takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    expect(await answering()).toEqual([1])
  })

  test("who has nothing to hand over leaves without one", async () => {
    const { id } = gave(await holdPosition(on("finance"), { unitId: company.east, personId: idOf("manager"), positionId: company.positionId }))
    expect(await eventsAdded(company.east, async () => gave(await leavePosition(on("finance"), { id })))).toEqual(["units.position-left"])
    expect(await departures()).toEqual([])
  })

  test("where nobody can answer meanwhile it is refused, and nothing is left behind", async () => {
    await asOwner(`update "Department" set "headPersonId" = null where "unitId" = $1`, [company.east])
    await asOwner(`update "RoleGrant" set "to" = $2::date where "unitId" = $1 and role in ('department-head', 'finance-lead', 'plant-manager')`, [company.east, day])
    expect(await codeOf(closeAccount(on("admin"), { personId: idOf("owner") }))).toBe("invalid")
    expect(await asOwner(`select active from "Person" where id = $1`, [idOf("owner")])).toEqual([{ active: true }])
    gave(await closeAccount(on("admin"), { personId: idOf("owner"), interimPersonId: idOf("performer") }))
    expect([await ownerOn(day), await answering()]).toEqual([idOf("performer"), [1]])
  })

  test("whoever was named for a later day still follows then, whatever happens to the departure", async () => {
    const later = { unitId: company.east, pointId: points[0] ?? "", personId: idOf("performer"), from: "2026-12-10" }
    gave(await assignOwner(on("finance"), later))
    const { id } = gave(await openHandover(on("finance"), { unitId: company.east, personId: idOf("owner"), kind: "moves", leavesOn: "2026-12-01", interimPersonId: idOf("head"), note: "调往兄弟单位工作。" }))
    const line = async () => [await ownerOn("2026-11-30"), await ownerOn("2026-12-01"), await ownerOn("2026-12-09"), await ownerOn("2026-12-10")]
    expect(await line()).toEqual([idOf("owner"), idOf("head"), idOf("head"), idOf("performer")])
    gave(await cancelHandover(on("finance"), { id, reason: "本人决定留任原岗。" }))
    expect(await line()).toEqual([idOf("owner"), idOf("owner"), idOf("owner"), idOf("performer")])
    gave(await closeAccount(on("admin"), { personId: idOf("owner") }))
    const [open] = await departures()
    gave(await divideHandover(on("finance"), { id: open?.id ?? "", takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    gave(await handOver(on("head"), { id: open?.id ?? "", password, reason: "本人已离职，不能到场签字。" }))
    gave(await takeOver(on("evidenceReviewer"), { id: open?.id ?? "", password }))
    gave(await superviseHandover(on("finance"), { id: open?.id ?? "", password }))
    expect(await line()).toEqual([idOf("evidenceReviewer"), idOf("evidenceReviewer"), idOf("evidenceReviewer"), idOf("performer")])
    expect(await answering()).toEqual([1])
  })
})

describe("a taker who declines", () => {
  /** The owner leaves; the first point goes to the performer, the rest to the reviewer. */
  async function divided(): Promise<string> {
    const { id } = gave(await openHandover(on("finance"), { unitId: company.east, personId: idOf("owner"), kind: "leaves", leavesOn: day, interimPersonId: idOf("head"), note: "调往兄弟单位工作。" }))
    const line = (await handoverPage(on("finance"), id))?.lines.find(({ subjectId }) => subjectId === points[0])
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("performer"), itemIds: [line?.id ?? ""] }))
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    return id
  }
  const reason = "岗位工作已满，无力接手。"

  test("says why; their part is divided anew, everybody signs again, and the interim owner answers meanwhile", async () => {
    const id = await divided()
    gave(await handOver(on("owner"), { id, password }))
    gave(await takeOver(on("evidenceReviewer"), { id, password }))
    expect(await codeOf(declineHandover(on("evidenceReviewer"), { id, reason }))).toBe("wrong-state")
    expect(await codeOf(declineHandover(on("owner"), { id, reason }))).toBe("not-allowed")
    expect(await codeOf(declineHandover(on("northOwner"), { id, reason }))).toBe("not-found")
    expect(await codeOf(declineHandover(on("performer"), { id, version: 1, reason }))).toBe("stale-version")
    expect(await eventsAdded(company.east, async () => gave(await declineHandover(on("performer"), { id, reason })))).toEqual(["handovers.declined"])
    const page = await handoverPage(on("finance"), id)
    expect(page?.handover).toMatchObject({ status: "opened", round: 2, signatures: [] })
    expect(page?.lines.filter(({ takerPersonId }) => takerPersonId === null).map(({ subjectId }) => subjectId)).toEqual([points[0]])
    expect(page?.history.at(-1)).toMatchObject({ type: "handovers.declined", why: reason })
    expect(await ownerOn(day)).toBe(idOf("head"))

    expect(await codeOf(handOver(on("owner"), { id, password }))).toBe("wrong-state")
    gave(await divideHandover(on("head"), { id, takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    gave(await handOver(on("owner"), { id, password }))
    expect(gave(await takeOver(on("evidenceReviewer"), { id, password })).status).toBe("taken-over")
    gave(await superviseHandover(on("finance"), { id, password }))
    expect([await ownerOn(day), await answering()]).toEqual([idOf("evidenceReviewer"), [1]])
    expect(await asOwner(`select round, count(*)::int as signed from "HandoverSignature" where "handoverId" = $1 group by 1 order by 1`, [id])).toEqual([{ round: 1, signed: 2 }, { round: 2, signed: 3 }])
  })

  test("may do so before anybody has signed; of declining and signing at once one wins", async () => {
    const id = await divided()
    gave(await declineHandover(on("evidenceReviewer"), { id, reason }))
    expect((await handoverPage(on("finance"), id))?.handover).toMatchObject({ status: "opened", round: 1 })
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("performer"), itemIds: [] }))
    gave(await handOver(on("owner"), { id, password }))
    const codes = await Promise.all([codeOf(declineHandover(on("performer"), { id, reason })), codeOf(takeOver(on("performer"), { id, password }))])
    expect([["done", "wrong-state"], ["done", "not-allowed"]]).toContainEqual(codes.toSorted())
  })

  test("the database lets no earlier round count, and no round be skipped", async () => {
    const id = await divided()
    gave(await handOver(on("owner"), { id, password }))
    gave(await declineHandover(on("performer"), { id, reason }))
    const inside = (sql: string) => asApplication(`select kp_enter('person', '${idOf("finance")}', array['${company.east}']::uuid[], 'operating', null); ${sql}`)
    await expect(inside(`update "HandoverItem" set "takerPersonId" = '${idOf("head")}' where "handoverId" = '${id}'; update "Handover" set status = 'handed-over' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(inside(`update "Handover" set round = 1 where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
  })
})

describe("the three signers are written to", () => {
  const mail = () => asOwner<{ personId: string; text: string }>(`select "personId", payload ->> 'text' as text from "OutboxMessage" where "unitId" = $1 order by id`, [company.east])
  async function added(act: () => Promise<unknown>): Promise<Record<string, string>> {
    const before = (await mail()).length
    await act()
    return Object.fromEntries((await mail()).slice(before).map(({ personId, text }) => [Object.entries(company.people).find(([, { personId: id }]) => id === personId)?.[0] ?? "", text]))
  }

  test("at each step, with whom it waits for; reminded after three days of silence, not before and not twice", async () => {
    let id = ""
    const opened = await added(async () => {
      ({ id } = gave(await openHandover(on("finance"), { unitId: company.east, personId: idOf("owner"), kind: "leaves", leavesOn: day, interimPersonId: idOf("evidenceReviewer"), note: "调往兄弟单位工作。" })))
    })
    expect(Object.keys(opened).toSorted()).toEqual(["evidenceReviewer", "head", "owner"])
    expect(opened.head).toContain("现在等您：指定接交人")
    expect(opened.evidenceReviewer).toContain("由您临时负责")
    const named = await added(async () => gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("performer"), itemIds: [] })))
    expect(Object.keys(named).toSorted()).toEqual(["owner", "performer"])
    expect(named.performer).toContain(`finance指定您接交 owner 的 ${points.length} 项`)
    expect(named.performer).toContain(`/handovers/${id}`)
    expect(named.owner).toContain("现在等您")
    const handed = await added(async () => gave(await handOver(on("owner"), { id, password })))
    expect(Object.keys(handed).toSorted()).toEqual(["evidenceReviewer", "finance", "head", "performer"])
    expect(handed.performer).toContain("现在等您签字接交")
    expect(handed.performer).toContain(`/handovers/${id}`)
    expect(handed.head).toContain("现在等接交人签字：performer")
    expect(await added(() => remindHandovers(at("2026-11-24")))).toEqual({})
    expect(Object.keys(await added(() => remindHandovers(at("2026-11-26"))))).toEqual(["performer"])
    expect(await added(() => remindHandovers(at("2026-11-27")))).toEqual({})
    const taken = await added(async () => gave(await takeOver(on("performer", "2026-11-27"), { id, password })))
    expect([taken.finance, taken.head].every((text) => text?.includes("现在等您签字监交"))).toBe(true)
    const completed = await added(async () => gave(await superviseHandover(on("finance", "2026-11-27"), { id, password })))
    expect(completed.performer).toContain("已监交完成")
    expect(await added(() => remindHandovers(at("2026-12-20")))).toEqual({})
  })

  test("who is named is told how much, in their own language, and who is named no more that it is over", async () => {
    await asOwner(`update "Person" set language = 'en' where id = any ($1::uuid[])`, [[idOf("evidenceReviewer"), idOf("performer")]])
    const { id } = gave(await openHandover(on("finance"), { unitId: company.east, personId: idOf("owner"), kind: "leaves", leavesOn: day, interimPersonId: idOf("head"), note: "调往兄弟单位工作。" }))
    const [line] = (await handoverPage(on("finance"), id))?.lines ?? []
    const one = { id, itemIds: [line?.id ?? ""] }
    const first = await added(async () => gave(await divideHandover(on("head"), { ...one, takerPersonId: idOf("performer") })))
    expect(Object.keys(first)).toEqual(["performer"])
    expect(first.performer).toContain("head named you to take over 1 item from owner")
    const second = await added(async () => gave(await divideHandover(on("head"), { ...one, takerPersonId: idOf("evidenceReviewer") })))
    expect(Object.keys(second).toSorted()).toEqual(["evidenceReviewer", "performer"])
    expect(second.performer).toContain("you need not sign")
    expect(await added(async () => gave(await divideHandover(on("head"), { ...one, takerPersonId: idOf("evidenceReviewer") })))).toEqual({})
    expect(Object.keys(await added(async () => gave(await divideHandover(on("head"), { id, itemIds: [], takerPersonId: idOf("head") }))))).toEqual(["owner"])
  })
})
