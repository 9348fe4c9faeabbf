import { beforeAll, describe, expect, test } from "vitest"
import { acceptRequest, carryRequest } from "@/lib/change-requests/commands/accept"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { answerRequest, askRequest, declineRequest, takeUpRequest, withdrawRequest } from "@/lib/change-requests/commands/judge"
import { requestsOfEdition } from "@/lib/change-requests/queries/of-edition"
import { listRequests, requestPage } from "@/lib/change-requests/queries/requests"
import { homeOf } from "@/lib/evidence/queries/home"
import { discardEdition, publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { pointByCodeIn } from "@/lib/handbook/queries/by-code"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Result } from "@/lib/platform/refusal"
import { buildCompany, type Company } from "../builders/company"
import { asApplication, asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const people: Record<"owner" | "finance" | "office" | "office2" | "northFinance" | "admin" | "externalAudit", Actor> = Object.create(null)
const now = new Date("2026-11-22T02:00:00Z")
const reason = "与调度口径一致，减少差错。"

beforeAll(async () => {
  company = await buildCompany()
  for (const name of ["owner", "finance", "office", "office2", "northFinance", "admin", "externalAudit"] as const) people[name] = actingAt(company.people[name], now)
})

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

const proposal = (code = "9.1.1.4", proposed = "收入会计每月五日前核对一次，由复核人签字。") => ({
  unitId: company.east, code, field: "description" as const, proposed, proposedEn: null, practice: "五日前由两人核对并签字。", reason,
})

const events = async () => (await asOwner<{ type: string }>(`select canonical::jsonb->>'type' as type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)

async function filed(proposed?: string, code?: string): Promise<string> {
  return value(await submitRequest(people.owner, proposal(code, proposed))).id
}

async function takenUp(proposed?: string, code?: string): Promise<string> {
  const id = await filed(proposed, code)
  value(await takeUpRequest(people.office, { id }))
  return id
}

/** What a refusal leaves behind: no event, no step, the same rows. */
async function refusal(act: () => Promise<Result<unknown>>): Promise<string> {
  const state = async () => [await events(), await asOwner(`select * from "ChangeRequest" order by id`), await asOwner(`select * from "ChangeRequestStep" order by id`), await asOwner(`select id, status, version from "Edition" order by id`)]
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal.code
}

async function wordingIn(editionId: string, code = "9.1.1.4"): Promise<string | undefined> {
  return asReader(people.office, async ({ tx }) => (await pointByCodeIn(tx, editionId, code))?.content.description.zh)
}

describe("a change request", () => {
  test("keeps what stands, what is proposed, and why, with a number of its unit and one event", async () => {
    const before = (await events()).length
    const { id, number } = value(await submitRequest(people.owner, proposal()))
    expect(number).toMatch(/^修-2026-\d{3}$/)
    expect((await events()).slice(before)).toEqual(["change-requests.submitted"])
    const page = await requestPage(people.finance, id)
    expect(page?.request).toMatchObject({ status: "submitted", code: "9.1.1.4", field: "description", reason, present: { zh: "收入会计按monthly核对一次，留存核对表。" }, proposed: { zh: "收入会计每月五日前核对一次，由复核人签字。", en: null } })
  })

  test("of a proposal that changes nothing, an unknown code or a foreign field is refused at its field", async () => {
    const wrong = async (input: Parameters<typeof submitRequest>[1]) => {
      const result = await submitRequest(people.owner, input)
      return result.ok ? null : result.refusal.errors?.map(({ path }) => path)
    }
    expect(await wrong(proposal("9.1.1.4", "收入会计按monthly核对一次，留存核对表。"))).toEqual(["proposed"])
    expect(await wrong(proposal("9.9.9.9"))).toEqual(["code"])
    expect(await wrong({ ...proposal("9.1.1"), field: "risk" })).toEqual(["field"])
  })

  test("is asked about, answered, declined with the reason; each step stays", async () => {
    const id = await takenUp()
    value(await askRequest(people.office, { id, text: "复核人是哪一位？" }))
    value(await answerRequest(people.owner, { id, text: "总账会计每月复核。" }))
    const before = (await events()).length
    value(await declineRequest(people.office, { id, text: "其他电厂做法不同，暂不采纳。" }))
    expect((await events()).slice(before)).toEqual(["change-requests.declined"])
    const page = await requestPage(people.owner, id)
    expect(page?.steps.map(({ event }) => event)).toEqual(["take-up", "ask", "answer", "decline"])
    expect(page?.request.status).toBe("declined")
    expect(await refusal(() => withdrawRequest(people.owner, { id, text: "不再需要。" }))).toBe("wrong-state")
  })

  test("waits for the office, once asked for who filed it, and for nobody else", async () => {
    const waiting = async (actor: Actor) => (await homeOf(actor, { unitId: undefined, shown: 1 })).requests
    const before = await waiting(people.office)
    const id = await takenUp()
    expect(await waiting(people.office)).toEqual({ toAnswer: 0, toJudge: before.toJudge + 1 })
    value(await askRequest(people.office, { id, text: "复核人是哪一位？" }))
    expect(await waiting(people.office)).toEqual(before)
    expect(await waiting(people.owner)).toEqual({ toAnswer: 1, toJudge: 0 })
    expect(await waiting(people.finance)).toEqual({ toAnswer: 0, toJudge: 0 })
    value(await withdrawRequest(people.owner, { id, text: "不再需要了。" }))
  })

  test("is withdrawn by who filed it, not by another plant or the office", async () => {
    const id = await filed()
    expect(await refusal(() => withdrawRequest(people.northFinance, { id, text: "不再需要了。" }))).toBe("not-found")
    expect(await refusal(() => withdrawRequest(people.office, { id, text: "不再需要了。" }))).toBe("not-allowed")
    value(await withdrawRequest(people.owner, { id, text: "不再需要了。" }))
  })

  test("of another plant is not found, and is not in its list", async () => {
    const id = await filed()
    expect(await requestPage(people.northFinance, id)).toBeNull()
    expect((await listRequests(people.northFinance, { limit: 200 })).items).toEqual([])
    expect(await refusal(() => submitRequest(people.northFinance, proposal()))).toBe("not-found")
    expect(await refusal(() => takeUpRequest(people.finance, { id }))).toBe("not-allowed")
    expect(await refusal(() => submitRequest(people.admin, proposal()))).toBe("not-allowed")
    expect(await requestPage(people.externalAudit, id)).toBeNull()
  })

  test("that somebody has moved on is a conflict for who saw it before", async () => {
    const id = await takenUp()
    expect(await refusal(() => declineRequest(people.office, { id, version: 1, text: "已不需要修订。" }))).toBe("stale-version")
  })

  test("is judged by nobody who filed it, in the policy and in the database", async () => {
    const id = await takenUp()
    await asOwner(`alter table "ChangeRequest" disable trigger kp_life; update "ChangeRequest" set "filedBy" = '${people.office.personId}' where id = '${id}'; alter table "ChangeRequest" enable trigger kp_life`)
    expect(await refusal(() => declineRequest(people.office, { id, text: "已不需要修订。" }))).toBe("separation-of-duties")
    await expect(asApplication(`select kp_enter('person', '${people.office.personId}', array['${company.east}']::uuid[], 'operating', null); update "ChangeRequest" set status = 'declined' where id = '${id}'`)).rejects.toMatchObject({ code: "KP002" })
  })

  test("stays as it was asked, and its steps as they were said", async () => {
    const id = await takenUp()
    await expect(asOwner(`update "ChangeRequest" set reason = 'x' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`delete from "ChangeRequest" where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`update "ChangeRequestStep" set text = 'x' where "requestId" = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
  })
})

describe("an accepted request", () => {
  test("is written into a draft that begins as the edition in force, names it, and keeps its judge from publishing", async () => {
    const id = await takenUp("由收入会计每月五日前核对。")
    const before = (await events()).length
    const { editionId } = value(await acceptRequest(people.office, { id, proposed: "收入会计每月五日前核对并签字。", proposedEn: "Signed by the fifth.", text: "采纳，文字略改。" }))
    expect((await events()).slice(before).toSorted()).toEqual(["change-requests.accepted", "handbook.draft-revised"])
    expect(await wordingIn(editionId)).toBe("收入会计每月五日前核对并签字。")
    expect(await requestsOfEdition(people.office, editionId, true)).toMatchObject([{ id, code: "9.1.1.4", carried: true }])
    expect(await wordingIn(company.editionId)).toBe("收入会计按monthly核对一次，留存核对表。")
    value(await submitEdition(people.office2, { id: editionId }))
    expect(await refusal(() => publishEdition(people.office, { id: editionId, effectiveFrom: "2027-01-01" }))).toBe("separation-of-duties")
    expect(await refusal(() => carryRequest(people.office, { id })), "an edition that left its draft keeps what it names").toBe("wrong-state")
    await expect(asOwner(`update "Edition" set status = 'published', "reviewedBy" = '${people.office.personId}' where id = '${editionId}'`)).rejects.toMatchObject({ code: "KP002" })
  })

  test("flows into the next draft once its own was discarded", async () => {
    await asOwner(`update "Edition" set status = 'draft' where status = 'in-review'`)
    const id = await takenUp("改为每月三日前核对。", "9.1.1.5")
    const { editionId } = value(await acceptRequest(people.office, { id, proposed: "改为每月三日前核对。", proposedEn: null, text: "采纳此项建议。" }))
    value(await discardEdition(people.office, { id: editionId }))
    const { editionId: next } = value(await carryRequest(people.office, { id }))
    expect(next).not.toBe(editionId)
    expect(await wordingIn(next, "9.1.1.5")).toBe("改为每月三日前核对。")
    const requests = await requestsOfEdition(people.office, next, true)
    expect(requests.map(({ carried }) => carried).toSorted()).toEqual([false, true])
  })
})
