import { beforeAll, describe, expect, test } from "vitest"
import { deficiencyOf } from "@/lib/deficiencies/queries/page"
import type { Actor } from "@/lib/platform/actor"
import type { Result } from "@/lib/platform/refusal"
import { saveAccount } from "@/lib/scoping/commands/account"
import { approveScope } from "@/lib/scoping/commands/approve"
import { discardScope, draftScope, reviseScope } from "@/lib/scoping/commands/draft"
import { decideUnits, setMateriality } from "@/lib/scoping/commands/prepare"
import { removePart, saveProvider, saveRisk } from "@/lib/scoping/commands/risk"
import { scopePage } from "@/lib/scoping/queries/page"
import { listScopes } from "@/lib/scoping/queries/told"
import { buildCompany, type Company } from "../builders/company"
import { aDeficiency } from "../builders/deficiency"
import { asApplication, asOwner } from "../builders/owner"
import { account, aDraft, anApprovedScope, figures, risk } from "../builders/scope"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let people: Company["people"]
beforeAll(async () => {
  company = await buildCompany()
  people = company.people
})

const events = async () => (await asOwner<{ type: string }>(`select canonical::jsonb->>'type' as type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)
const tables = ["Scope", "ScopedUnit", "SignificantAccount", "FraudRisk", "ServiceProvider"]
const state = async () => [await events(), ...await Promise.all(tables.map((table) => asOwner(`select * from "${table}" order by id`)))]

/** What was done, with the one event that it left. */
async function done<Value>(type: string, act: () => Promise<Result<Value>>): Promise<Value> {
  const before = (await events()).length
  const result = await act()
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message} ${JSON.stringify(result.refusal.errors)}`)
  expect((await events()).slice(before)).toEqual([`scoping.${type}`])
  return result.value
}

/** The refusal's code, or the field that was wrong; a refusal leaves nothing. */
async function refusal(act: () => Promise<Result<unknown>>): Promise<string | undefined> {
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal.errors?.[0]?.path ?? result.refusal.code
}

async function page(id: string, actor: Actor = people.office) {
  return (await scopePage(actor, id)) ?? never()
}

describe("a year's scope", () => {
  test("is drafted once, by the company's office, with every unit in it; each change leaves one event", async () => {
    const { id } = await done("drafted", () => draftScope(people.office, { year: 2030 }))
    expect((await page(id)).units.map(({ decision }) => decision?.reason)).toEqual([null, null, null])
    expect(await refusal(() => draftScope(people.office2, { year: 2030 }))).toBe("conflict")
    expect(await refusal(() => draftScope(people.chiefAccountant, { year: 2031 }))).toBe("not-allowed")
    expect(await refusal(() => draftScope(people.northFinance, { year: 2031 }))).toBe("not-found")
    await done("materiality-set", () => setMateriality(people.office, { id, ...figures }))
    await done("account-saved", () => saveAccount(people.office, { id, ...account(company) }))
    await done("units-decided", () => decideUnits(people.office, { id, unitIds: [company.north], decision: "out", reason: "收入占比小，且无重大变化。" }))
    await done("risk-saved", () => saveRisk(people.office, { id, ...risk, points: [] }))
    await done("provider-saved", () => saveProvider(people.office, { id, nameZh: "财务共享中心", service: "代办付款与记账。", report: "type-2", periodFrom: "2030-01-01", periodTo: "2030-09-30", remaining: "核对付款清单。", points: ["9.1.1.4"] }))
    const { scope, coverage, total, warnings, parts } = await page(id)
    expect(scope.materiality).toMatchObject({ amount: 50_000_000, performance: 37_500_000, trivial: 2_500_000 })
    expect([...coverage.values()]).toEqual([{ covered: 60, leftOut: 39.5, unplaced: 0.5, coveredAmount: 11_400_000_000 }])
    expect(total?.covered).toBe(60)
    expect(warnings.map(({ key }) => key)).toEqual(["unanswered", "unplaced", "endsEarly"])
    await done("part-removed", () => removePart(people.office, { id, part: "provider", partId: parts.providers[0]?.id ?? "" }))
    await done("discarded", () => discardScope(people.office, { id }))
    expect(await scopePage(people.office, id)).toBeNull()
  })

  test("refuses what does not fit, at its field", async () => {
    const id = await aDraft(company, 2032)
    const wrong = account(company)
    expect(await refusal(() => setMateriality(people.office, { id, ...figures, profitBeforeTax: -1 }))).toBe("basis")
    expect(await refusal(() => setMateriality(people.office, { id, ...figures, basis: "revenue" }))).toBe("reason")
    expect(await refusal(() => saveAccount(people.office, { id, ...wrong }))).toBe("nameZh")
    expect(await refusal(() => saveAccount(people.office, { id, ...wrong, nameZh: "其他", amount: 37_499_999 }))).toBe("ground")
    expect(await refusal(() => saveAccount(people.office, { id, ...wrong, nameZh: "其他", ground: "qualitative" }))).toBe("reason")
    expect(await refusal(() => saveAccount(people.office, { id, ...wrong, nameZh: "其他", processes: ["3.99"] }))).toBe("processes")
    expect(await refusal(() => saveAccount(people.office, { id, ...wrong, nameZh: "其他", shares: { [company.east]: 60, [company.north]: 40.01 } }))).toBe(`shares.${company.east}`)
    expect(await refusal(() => saveRisk(people.office, { id, ...risk, points: ["9.1.1.99"] }))).toBe("points")
    expect(await refusal(() => saveRisk(people.office, { id, ...risk, accounts: [company.east] }))).toBe("accounts")
    expect(await refusal(() => decideUnits(people.office, { id, unitIds: [company.north], decision: "out" }))).toBe("reason")
    expect(await refusal(() => saveProvider(people.office, { id, nameZh: "中心", service: "付款", report: "type-1", remaining: "核对", points: [] }))).toBe("periodFrom")
    expect(await refusal(() => removePart(people.office, { id, part: "risk", partId: company.east }))).toBe("not-found")
    expect(await refusal(() => setMateriality(people.office, { id, version: 1, ...figures }))).toBe("stale-version")
  })

  test("is approved by the chief accountant or leadership, never by who wrote in it, and only when it is whole", async () => {
    const { id } = await done("drafted", () => draftScope(people.office, { year: 2033 }))
    expect(await refusal(() => approveScope(people.chiefAccountant, { id }))).toBe("wrong-state")
    const whole = await aDraft(company, 2034)
    expect(await refusal(() => approveScope(people.office2, { id: whole }))).toBe("not-allowed")
    await asOwner(`update "Scope" set hands = hands || '${people.chiefAccountant.personId}'::uuid where id = '${whole}'`)
    expect(await refusal(() => approveScope(people.chiefAccountant, { id: whole }))).toBe("separation-of-duties")
    await done("approved", () => approveScope(people.leadership, { id: whole, opinion: "同意。" }))
    expect((await page(whole)).scope).toMatchObject({ status: "approved", approvedBy: people.leadership.personId })
  })

  test("that was approved is frozen, in the product and in the database", async () => {
    const id = await anApprovedScope(company, 2035)
    expect(await refusal(() => setMateriality(people.office, { id, ...figures }))).toBe("wrong-state")
    expect(await refusal(() => discardScope(people.office, { id }))).toBe("wrong-state")
    for (const sql of [
      `update "Scope" set materiality = '{}' where id = '${id}'`, `update "Scope" set status = 'drafted' where id = '${id}'`, `delete from "Scope" where id = '${id}'`,
      `update "SignificantAccount" set amount = 1 where "scopeId" = '${id}'`, `delete from "FraudRisk" where "scopeId" = '${id}'`,
      `insert into "ScopedUnit" select gen_random_uuid(), "unitId", "scopeId", '${company.hq}', 'x' from "ScopedUnit" where "scopeId" = '${id}'`, `truncate "ServiceProvider"`,
    ]) await expect(asOwner(sql), sql).rejects.toMatchObject({ code: "KP001" })
  })

  test("is approved in the database by the person at work alone, and not by its drafter", async () => {
    const id = await aDraft(company, 2036)
    const by = (person: Actor, approver: Actor) => asApplication(`select kp_enter('person', '${person.personId}', array['${company.hq}']::uuid[], 'operating', null);
      update "Scope" set status = 'approved', "approvedBy" = '${approver.personId}', "approvedAt" = now() where id = '${id}'`)
    await expect(by(people.office, people.office)).rejects.toMatchObject({ code: "KP002" })
    await expect(by(people.office, people.chiefAccountant)).rejects.toMatchObject({ code: "KP002" })
  })

  test("is revised with a reason: the approved one stands until the revision takes its place", async () => {
    const id = await anApprovedScope(company, 2037)
    const { id: revision } = await done("revised", () => reviseScope(people.office, { id, reason: "年中处置一座电厂。" }))
    expect(await refusal(() => reviseScope(people.office, { id, reason: "再次修订范围。" }))).toBe("conflict")
    await done("account-saved", () => saveAccount(people.office, { id: revision, ...account(company), nameZh: "应收账款" }))
    expect((await page(id)).scope.status).toBe("approved")
    await done("approved", () => approveScope(people.leadership, { id: revision }))
    expect((await page(id)).scope.status).toBe("superseded")
    expect((await page(id)).parts.accounts).toHaveLength(1)
    expect((await page(revision)).parts.accounts).toHaveLength(2)
    await expect(asOwner(`update "Scope" set status = 'approved' where id = '${id}'`)).rejects.toMatchObject({ code: "KP001" })
  })

  test("is told to plants by its materiality alone, once approved; to an external auditor not at all", async () => {
    const draft = await aDraft(company, 2038)
    const id = await anApprovedScope(company, 2039)
    expect(await scopePage(people.finance, draft)).toBeNull()
    expect(await page(id, people.finance)).toMatchObject({ scope: { materiality: { amount: 50_000_000 } }, parts: { accounts: [], units: [], risks: [] }, isWhole: false })
    expect(await scopePage(people.externalAudit, id)).toBeNull()
    expect((await listScopes(people.externalAudit, { limit: 50 })).items).toEqual([])
    expect(await refusal(() => saveRisk(people.finance, { id: draft, ...risk }))).toBe("not-found")
    expect(await refusal(() => approveScope(people.northFinance, { id }))).toBe("not-found")
  })

  test("offers its figures where a deficiency of the year is graded", async () => {
    const id = await aDeficiency(company)
    const year = Number((await deficiencyOf(people.finance, id))?.record.quarter.slice(0, 4))
    expect((await deficiencyOf(people.finance, id))?.basis).toBeNull()
    const scopeId = await anApprovedScope(company, year)
    expect((await deficiencyOf(people.finance, id))?.basis).toEqual({ scopeId, year, figures: { profitBeforeTax: 1_000_000_000, revenue: 20_000_000_000, assets: 60_000_000_000 } })
  })
})

function never(): never {
  throw new Error("no such scope")
}
