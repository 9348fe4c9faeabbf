import { beforeAll, describe, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { assignTests } from "@/lib/assessments/commands/assign"
import { cancelHandover } from "@/lib/handovers/commands/cancel"
import { superviseHandover } from "@/lib/handovers/commands/complete"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { departuresFor } from "@/lib/handovers/queries/departures"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { handoverPage } from "@/lib/handovers/queries/page"
import { peoplePage } from "@/lib/handovers/queries/people-page"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Result } from "@/lib/platform/refusal"
import { addPerformer } from "@/lib/units/commands/performers"
import { holdPosition } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { ownersIn, performersIn } from "@/lib/units/queries/owners"
import { openQuarter, paperOf } from "../builders/assessment"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { deficiencyAfter, recordOf } from "../builders/deficiency"
import { at, gave } from "../builders/evidence"
import { codeOf } from "../builders/outcome"
import { asApplication, asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

const password = "tide lantern copper nine"
let company: Company
let points: string[]
const on = (name: CastName, day = "2026-11-22"): Actor => actingAt(company.people[name], at(day))
const idOf = (name: CastName) => company.people[name].personId ?? ""

beforeAll(async () => {
  company = await buildCompany()
  points = company.points.map(({ pointId }) => pointId)
  for (const name of ["owner", "performer", "head", "finance", "tester", "tester2", "evidenceReviewer"] as const) gave(await givePassword(seed, idOf(name), password))
})

const ownerOn = (day: string, point = points[0] ?? "") => asReader(seed, async ({ tx }) => (await ownersIn(tx, company.east, day)).get(point))
const departure = (leaver: CastName, interim: CastName | null, leavesOn = "2026-11-22") => ({
  unitId: company.east, personId: idOf(leaver), kind: "leaves" as const, leavesOn, interimPersonId: interim ? idOf(interim) : undefined, note: "调往兄弟单位工作。",
})

/** What a refusal leaves behind: nothing. */
async function refusal(act: () => Promise<Result<unknown>>): Promise<string> {
  const state = async () => [
    await asOwner(`select count(*) from "AuditEvent"`), await asOwner(`select * from "Handover" order by id`), await asOwner(`select * from "HandoverItem" order by id`),
    await asOwner(`select * from "HandoverSignature" order by id`), await asOwner(`select * from "Ownership" order by id`),
  ]
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal.code
}

async function begin(leaver: CastName, interim: CastName, taker: CastName, leavesOn?: string): Promise<string> {
  const { id } = gave(await openHandover(on("finance"), departure(leaver, interim, leavesOn)))
  gave(await divideHandover(on("finance"), { id, takerPersonId: idOf(taker), itemIds: [] }))
  return id
}


describe("a departure", () => {
  test("lists everything, ends the positions, and the interim owner answers from the first day", async () => {
    const held = gave(await holdPosition(on("finance"), { unitId: company.east, personId: idOf("owner"), positionId: company.positionId }))
    gave(await addPerformer(on("finance"), { unitId: company.east, pointId: points[1] ?? "", personId: idOf("owner") }))
    let id = ""
    const events = await eventsAdded(company.east, async () => {
      id = gave(await openHandover(on("finance"), departure("owner", "evidenceReviewer", "2026-12-01"))).id
    })
    expect(events).toEqual(["handovers.opened"])
    expect(await ownerOn("2026-11-30")).toBe(idOf("owner"))
    expect(await ownerOn("2026-12-01")).toBe(idOf("evidenceReviewer"))
    const page = await handoverPage(on("finance"), id)
    expect(page?.handover).toMatchObject({ status: "opened", leavesOn: "2026-12-01", number: "交-2026-001" })
    expect(page?.lines.filter(({ kind }) => kind === "point").map(({ subjectId }) => subjectId).toSorted()).toEqual(points.toSorted())
    expect(page?.lines.filter(({ kind }) => kind === "performing")).toMatchObject([{ subjectId: points[1] }])
    expect(await asOwner(`select "to"::text as to from "PositionHolding" where id = '${held.id}'`)).toEqual([{ to: "2026-12-01" }])
    expect((await departuresFor(on("finance"))).open).toMatchObject([{ id, mine: "divide" }])
    expect((await departuresFor(on("tester"))).open).toEqual([])
    expect(await refusal(() => openHandover(on("finance"), departure("owner", "head")))).toBe("conflict")

    expect(await eventsAdded(company.east, async () => gave(await cancelHandover(on("finance"), { id, reason: "本人决定留任原岗。" })))).toEqual(["handovers.cancelled"])
    expect(await ownerOn("2026-12-01")).toBe(idOf("owner"))
    expect(await asOwner(`select "to" from "PositionHolding" where id = '${held.id}'`)).toEqual([{ to: null }])
  })

  test("needs an interim owner where there are points, who is neither the person nor tests these points", async () => {
    const errors = async (input: Parameters<typeof openHandover>[1]) => {
      const result = await openHandover(on("finance"), input)
      return result.ok ? null : result.refusal.errors?.map(({ path }) => path)
    }
    expect(await errors(departure("owner", null))).toEqual(["interimPersonId"])
    expect(await errors(departure("owner", "owner"))).toEqual(["interimPersonId"])
    expect(await errors(departure("owner", "head", "2026-11-21"))).toEqual(["leavesOn"])
    expect(await refusal(() => openHandover(on("finance"), departure("manager", null)))).toBe("wrong-state")
  })

  test("is opened by the finance lead or the department's head; another plant's is not found", async () => {
    expect(await refusal(() => openHandover(on("owner"), departure("owner", "head")))).toBe("not-allowed")
    expect(await refusal(() => openHandover(on("northFinance"), departure("owner", "head")))).toBe("not-found")
    const id = await begin("owner", "evidenceReviewer", "evidenceReviewer")
    expect(await handoverPage(on("northFinance"), id)).toBeNull()
    expect((await listHandovers(on("northFinance"), { limit: 50 })).items).toEqual([])
    const [listed] = (await peoplePage(on("finance"), company.east))?.departing ?? []
    expect(listed).toMatchObject({
      id, status: "opened", leavesOn: (await handoverPage(on("finance"), id))?.handover.leavesOn, person: { id: idOf("owner"), name: { zh: "owner" } }, interim: { zh: "evidenceReviewer" },
      items: (await handoverPage(on("finance"), id))?.lines.length, unassigned: 0, waitingFor: 1,
    })
    expect((await listHandovers(on("finance"), { unit: company.east, status: "open", person: idOf("owner"), limit: 50 })).items).toEqual([listed])
    const [latest, ...earlier] = (await listHandovers(on("finance"), { limit: 50 })).items
    expect(latest).toEqual(listed)
    expect(await listHandovers(on("finance"), { limit: 1 })).toEqual({ items: [listed], next: earlier.length > 0 ? id : null })
    expect((await listHandovers(on("finance"), { limit: 50, cursor: id })).items).toEqual(earlier)
    expect((await listHandovers(on("finance"), { limit: 50, status: "completed" })).items).toEqual([])
    expect(await refusal(() => divideHandover(on("northFinance"), { id, takerPersonId: idOf("head"), itemIds: [] }))).toBe("not-found")
    expect(await refusal(() => handOver(on("northOwner"), { id, password }))).toBe("not-found")
    expect(await refusal(() => cancelHandover(on("finance"), { id, version: 1, reason: "本人决定留任原岗。" }))).toBe("stale-version")
    gave(await cancelHandover(on("head"), { id, reason: "本人决定留任原岗。" }))
    expect(await ownerOn("2026-11-22")).toBe(idOf("owner"))
  })
})

describe("three signatures", () => {
  test("pass each point to its taker in one transaction, with one owner on every day", async () => {
    const { id } = gave(await openHandover(on("finance"), departure("owner", "head")))
    const page = await handoverPage(on("finance"), id)
    const lineOf = (pointId: string) => page?.lines.find((line) => line.subjectId === pointId && line.kind === "point")?.id ?? ""
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("performer"), itemIds: [lineOf(points[0] ?? "")] }))
    expect(await refusal(() => handOver(on("owner"), { id, password }))).toBe("wrong-state")
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    expect(await refusal(() => handOver(on("owner"), { id, password: "not this one" }))).toBe("invalid")
    expect(await refusal(() => takeOver(on("performer"), { id, password }))).toBe("wrong-state")
    expect(await eventsAdded(company.east, async () => gave(await handOver(on("owner"), { id, password })))).toEqual(["handovers.handed-over"])
    expect(await refusal(() => divideHandover(on("finance"), { id, takerPersonId: idOf("head"), itemIds: [] }))).toBe("wrong-state")
    expect(gave(await takeOver(on("performer"), { id, password })).status).toBe("handed-over")
    expect(await refusal(() => takeOver(on("performer"), { id, password }))).toBe("wrong-state")
    expect(await refusal(() => superviseHandover(on("finance"), { id, password }))).toBe("wrong-state")
    expect(gave(await takeOver(on("evidenceReviewer"), { id, password })).status).toBe("taken-over")
    expect(await ownerOn("2026-11-22")).toBe(idOf("head"))
    expect(await eventsAdded(company.east, async () => gave(await superviseHandover(on("finance"), { id, password })))).toEqual(["handovers.completed"])
    expect(await ownerOn("2026-11-22")).toBe(idOf("performer"))
    expect(await ownerOn("2026-11-22", points[1])).toBe(idOf("evidenceReviewer"))
    const performing = await asReader(seed, async ({ tx }) => (await performersIn(tx, company.east, "2026-11-22")).get(points[1] ?? ""))
    expect(performing).toEqual([idOf("evidenceReviewer")])
    expect((await departuresFor(on("finance"))).open).toEqual([])
    expect(await refusal(() => cancelHandover(on("finance"), { id, reason: "已经太晚了，不能取消。" }))).toBe("wrong-state")
  })

  test("carry open papers and remediation along, to who may have them", async () => {
    const deficiency = await deficiencyAfter(company, ["confirm", "grade", "agree-plan"])
    await asOwner(`update "Deficiency" set "remediatorPersonId" = '${idOf("tester")}' where id = '${deficiency}'`)
    const quarter = await openQuarter(company, "2026-Q4", "2026-10-08")
    const line = quarter.lines.find(({ pointId }) => pointId === points[0])
    gave(await assignTests(on("finance"), { testIds: [line?.id ?? ""], testerPersonId: idOf("tester"), reviewerPersonId: idOf("finance") }))
    expect(await refusal(() => openHandover(on("finance"), departure("performer", "tester")))).toBe("separation-of-duties")
    const { id } = gave(await openHandover(on("head"), departure("tester", null)))
    const items = (await handoverPage(on("head"), id))?.lines ?? []
    expect(items.map(({ kind }) => kind)).toEqual(["test", "remediation"])
    const [paper, remediation] = items
    expect(await refusal(() => divideHandover(on("head"), { id, takerPersonId: idOf("performer"), itemIds: [paper?.id ?? ""] }))).toBe("invalid")
    expect(await refusal(() => divideHandover(on("head"), { id, takerPersonId: idOf("finance"), itemIds: [paper?.id ?? ""] }))).toBe("separation-of-duties")
    gave(await divideHandover(on("head"), { id, takerPersonId: idOf("tester2"), itemIds: [paper?.id ?? ""] }))
    gave(await divideHandover(on("head"), { id, takerPersonId: idOf("performer"), itemIds: [remediation?.id ?? ""] }))
    gave(await handOver(on("tester"), { id, password }))
    gave(await takeOver(on("tester2"), { id, password }))
    gave(await takeOver(on("performer"), { id, password }))
    gave(await superviseHandover(on("finance"), { id, password }))
    expect(await paperOf(line?.id ?? "")).toMatchObject({ testerPersonId: idOf("tester2"), reviewerPersonId: idOf("finance"), status: "assigned" })
    expect(await recordOf(deficiency)).toMatchObject({ remediatorPersonId: idOf("performer"), status: "planned" })
  })

  test("may be given by the department's head for who cannot, with the reason, who then does not supervise", async () => {
    const id = await begin("performer", "evidenceReviewer", "owner")
    expect(await refusal(() => handOver(on("head"), { id, password }))).toBe("invalid")
    expect(await refusal(() => handOver(on("finance"), { id, password, reason: "本人因病住院，不能到场。" }))).toBe("not-allowed")
    gave(await handOver(on("head"), { id, password, reason: "本人因病住院，不能到场。" }))
    gave(await takeOver(on("owner"), { id, password }))
    expect(await refusal(() => superviseHandover(on("head"), { id, password }))).toBe("separation-of-duties")
    gave(await superviseHandover(on("finance"), { id, password }))
    expect((await handoverPage(on("finance"), id))?.handover.signatures[0]).toMatchObject({ kind: "hand-over", personId: idOf("performer"), signedBy: idOf("head"), reason: "本人因病住院，不能到场。" })
    expect(await ownerOn("2026-11-22")).toBe(idOf("owner"))
  })

  test("are the database's own rule: who signs what, in which order, and never changed", async () => {
    const id = await begin("owner", "evidenceReviewer", "performer")
    const inside = (person: CastName, sql: string) => asApplication(`select kp_enter('person', '${idOf(person)}', array['${company.east}']::uuid[], 'operating', null); ${sql}`)
    const sign = (kind: string, whose: CastName, by: CastName, reason = "") =>
      inside(by, `insert into "HandoverSignature" (id, "unitId", "handoverId", kind, "personId", "signedBy", reason, hash, method, "signedAt")
        values (gen_random_uuid(), '${company.east}', '${id}', '${kind}', '${idOf(whose)}', '${idOf(by)}', nullif('${reason}', ''), 'h', 'password', now())`)
    await expect(sign("take-over", "performer", "performer")).rejects.toMatchObject({ code: "KP001" })
    await expect(sign("hand-over", "head", "head")).rejects.toMatchObject({ code: "KP002" })
    await expect(sign("hand-over", "owner", "performer", "does not matter")).rejects.toMatchObject({ code: "KP002" })
    await expect(sign("hand-over", "owner", "head")).rejects.toMatchObject({ code: "KP002" })
    await expect(inside("finance", `update "Handover" set status = 'handed-over' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    gave(await handOver(on("owner"), { id, password }))
    await expect(sign("take-over", "head", "head")).rejects.toMatchObject({ code: "KP002" })
    await expect(inside("finance", `update "HandoverItem" set "takerPersonId" = '${idOf("head")}' where "handoverId" = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    gave(await takeOver(on("performer"), { id, password }))
    await expect(sign("supervise", "performer", "performer")).rejects.toMatchObject({ code: "KP002" })
    await expect(inside("finance", `update "Handover" set status = 'completed' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`update "HandoverSignature" set reason = 'x' where "handoverId" = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`delete from "HandoverSignature" where "handoverId" = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`update "Handover" set "personId" = '${idOf("head")}' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    gave(await superviseHandover(on("finance"), { id, password }))
    await expect(asOwner(`update "Handover" set status = 'cancelled' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
  })
})

describe("two at once", () => {
  test("who accept the same handover: one wins, the other is told", async () => {
    const id = await begin("performer", "evidenceReviewer", "owner")
    gave(await handOver(on("performer"), { id, password }))
    const inPlace = "本人出差在外，不能到场。"
    const accepted = await Promise.all([codeOf(takeOver(on("owner"), { id, password })), codeOf(takeOver(on("head"), { id, password, personId: idOf("owner"), reason: inPlace }))])
    expect(accepted.toSorted()).toEqual(["done", "wrong-state"])
    expect(await asOwner(`select count(*)::int as count from "HandoverSignature" where "handoverId" = '${id}' and kind = 'take-over'`)).toEqual([{ count: 1 }])
    gave(await grantRole(on("admin"), { unitId: company.east, personId: idOf("evidenceReviewer"), role: "finance-lead" }))
    const second = { ...on("evidenceReviewer"), grants: [{ unitId: company.east, role: "finance-lead" as const }] }
    const supervised = await Promise.all([codeOf(superviseHandover(on("finance"), { id, password })), codeOf(superviseHandover(second, { id, password }))])
    expect(supervised.toSorted()).toEqual(["done", "wrong-state"])
    expect(await ownerOn("2026-11-22")).toBe(idOf("owner"))
    const doubled = await asOwner(`select "pointId" from "Ownership" where "unitId" = '${company.east}' and "voidedAt" is null and "from" <= '2026-11-22' and ("to" is null or "to" > '2026-11-22') group by 1 having count(*) > 1`)
    expect(doubled).toEqual([])
  })

  test("two takers who saw the same version: the second is told to look again, then signs", async () => {
    const { id } = gave(await openHandover(on("finance"), departure("owner", "head")))
    const [one] = (await handoverPage(on("finance"), id))?.lines ?? []
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("performer"), itemIds: [one?.id ?? ""] }))
    gave(await divideHandover(on("finance"), { id, takerPersonId: idOf("evidenceReviewer"), itemIds: [] }))
    const { version } = gave(await handOver(on("owner"), { id, password }))
    const codes = await Promise.all((["performer", "evidenceReviewer"] as const).map((name) => codeOf(takeOver(on(name), { id, version, password }))))
    expect(codes.toSorted()).toEqual(["done", "stale-version"])
    const [late] = (["performer", "evidenceReviewer"] as const).filter((_, index) => codes[index] !== "done")
    expect(gave(await takeOver(on(late ?? "performer"), { id, password })).status).toBe("taken-over")
  })
})
