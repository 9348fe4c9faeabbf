import { beforeAll, describe, expect, test } from "vitest"
import { listAuditEvents } from "@/lib/audit/queries"
import { addMember, endEngagement, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { engagementOf, listAuditors, listEngagements } from "@/lib/releases/queries/engagements"
import { releasedTo } from "@/lib/releases/queries/room"
import { openScope } from "@/lib/releases/queries/scope"
import { buildCompany, type Company } from "../../builders/company"
import { buildQuarter, type BuiltQuarter } from "../../builders/quarter"

let company: Company
let quarter: BuiltQuarter
beforeAll(async () => {
  company = await buildCompany()
  quarter = await buildQuarter(company, "2026-Q3", { deficiency: "withdrawn" })
})

const people = () => company.people
const days = { nameZh: "年度审计", nameEn: "Annual audit", from: "2026-01-01", to: "2099-12-31" }
const secrecyNote = "内控办王敏于十一月二十日审查，不含国家秘密。"
const events = async (id: string, unit: string) => (await listAuditEvents(people().internalAudit, { limit: 50, subject: id, unit })).items.map(({ type }) => type)
const stranger = "00000000-0000-7000-8000-000000000000"

async function open(): Promise<string> {
  const opened = await openEngagement(people().office, { ...days, unitId: company.hq })
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value.id
}

const wanted = (id: string) => ({ id, unitId: company.east, quarter: "2026-Q3", secrecyNote, withhold: [], reason: "" })

describe("an engagement", () => {
  test("is opened at the company by its control office, with one event", async () => {
    const id = await open()
    expect(await engagementOf(people().office, id)).toMatchObject({ unitId: company.hq, name: { zh: "年度审计" }, from: days.from, endedAt: null, members: [] })
    expect(await events(id, company.hq)).toEqual(["releases.engagement-opened"])
  })

  test("is opened by nobody else, and at no plant", async () => {
    const before = (await listEngagements(people().office, { limit: 200 })).items.length
    expect(await openEngagement(people().finance, { ...days, unitId: company.east })).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["control-office"] } })
    expect(await openEngagement(people().externalAudit, { ...days, unitId: company.hq })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await openEngagement(people().office, { ...days, unitId: company.east })).toMatchObject({ ok: false, refusal: { code: "invalid", errors: [{ path: "unitId" }] } })
    expect(await openEngagement(people().office, { ...days, unitId: stranger })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect((await listEngagements(people().office, { limit: 200 })).items).toHaveLength(before)
  })

  test("takes external auditors and nobody else as members", async () => {
    const id = await open()
    const auditor = people().externalAudit.personId ?? ""
    expect(await listAuditors(people().office)).toEqual([{ personId: auditor, name: { zh: "externalAudit", en: "externalAudit" } }])
    expect(await addMember(people().office, { id, personId: people().tester.personId ?? "" })).toMatchObject({ ok: false, refusal: { message: "releases.refusals.notAuditor" } })
    expect(await addMember(people().finance, { id, personId: auditor })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await addMember(people().leadership, { id, personId: auditor })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await addMember(people().office, { id, personId: stranger })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect((await engagementOf(people().office, id))?.members).toEqual([])
    expect(await addMember(people().office, { id, personId: auditor })).toMatchObject({ ok: true })
    expect(await addMember(people().office, { id, personId: auditor })).toMatchObject({ ok: false, refusal: { code: "conflict" } })
    expect((await engagementOf(people().office, id))?.members).toMatchObject([{ personId: auditor }])
    expect(await events(id, company.hq)).toEqual(["releases.member-added", "releases.engagement-opened"])
  })

  test("goes one version on with every change, and a stale version conflicts and leaves nothing", async () => {
    const id = await open()
    const personId = people().externalAudit.personId ?? ""
    expect(await addMember(people().office, { id, personId, version: 1 })).toMatchObject({ ok: true, value: { version: 2 } })
    const stale = { ok: false, refusal: { code: "stale-version" } }
    expect(await addMember(people().office, { id, personId: people().tester.personId ?? "", version: 1 })).toMatchObject(stale)
    expect(await releaseQuarter(people().office, { ...wanted(id), version: 1 })).toMatchObject(stale)
    expect(await endEngagement(people().office, { id, version: 1 })).toMatchObject(stale)
    expect(await engagementOf(people().office, id)).toMatchObject({ version: 2, endedAt: null, members: [{ personId }] })
    expect(await releasedTo(people().office, id)).toEqual([])
    expect(await releaseQuarter(people().office, { ...wanted(id), version: 2 })).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await endEngagement(people().office, { id, version: 3 })).toMatchObject({ ok: true, value: { version: 4 } })
    expect(await events(id, company.hq)).toEqual(["releases.engagement-ended", "releases.member-added", "releases.engagement-opened"])
  })

  test("ends once, by the control office, and takes nothing more", async () => {
    const id = await open()
    expect(await endEngagement(people().internalAudit, { id })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await endEngagement(people().northFinance, { id })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await endEngagement(people().office, { id })).toMatchObject({ ok: true })
    expect((await engagementOf(people().office, id))?.endedAt).toBeInstanceOf(Date)
    expect(await endEngagement(people().office, { id })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await releaseQuarter(people().office, wanted(id))).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await addMember(people().office, { id, personId: people().externalAudit.personId ?? "" })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await events(id, company.hq)).toEqual(["releases.engagement-ended", "releases.engagement-opened"])
  })
})

describe("a release", () => {
  test("names everything in scope, a withdrawn deficiency included, with one event in the unit's trail", async () => {
    const id = await open()
    expect(await releaseQuarter(people().office, wanted(id))).toMatchObject({ ok: true, value: { withheld: 0 } })
    const [released, ...more] = await releasedTo(people().office, id)
    expect(more).toEqual([])
    expect(released).toMatchObject({ unitId: company.east, quarter: "2026-Q3", counts: { assessment: 1, test: 4, deficiency: 1 }, withheld: [], notes: [{ note: secrecyNote }] })
    expect(await events(id, company.east)).toEqual(["releases.released"])
  })

  test("lists what is withheld with its reason, until it is released after all", async () => {
    const id = await open()
    const [held] = quarter.tests
    const input = { ...wanted(id), withhold: [`test:${held?.id}`], reason: "底稿涉及未公开的并购事项。" }
    expect(await releaseQuarter(people().office, input)).toMatchObject({ ok: true, value: { withheld: 1 } })
    expect((await releasedTo(people().office, id))[0]).toMatchObject({ counts: { test: 3 }, withheld: [{ kind: "test", label: held?.code, reason: input.reason }] })
    expect(await openScope(people().office, id, { unitId: company.east, quarter: "2026-Q3" })).toEqual([{ kind: "test", id: held?.id, label: held?.code }])
    expect(await releaseQuarter(people().office, wanted(id))).toMatchObject({ ok: true, value: { released: 1 } })
    expect((await releasedTo(people().office, id))[0]).toMatchObject({ counts: { test: 4 }, withheld: [] })
    expect(await releaseQuarter(people().office, wanted(id))).toMatchObject({ ok: false, refusal: { code: "conflict", message: "releases.refusals.nothingNew" } })
  })

  test("is refused to others, for what is not in scope, and where there is nothing, and leaves nothing", async () => {
    const id = await open()
    expect(await releaseQuarter(people().finance, wanted(id))).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await releaseQuarter(people().internalAudit, wanted(id))).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["control-office"] } })
    expect(await releaseQuarter(people().office, { ...wanted(id), unitId: stranger })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await releaseQuarter(people().office, { ...wanted(id), quarter: "2020-Q1" })).toMatchObject({ ok: false, refusal: { message: "releases.refusals.nothing" } })
    expect(await releaseQuarter(people().office, { ...wanted(id), withhold: [`test:${stranger}`], reason: "不在范围之内。" })).toMatchObject({ ok: false, refusal: { code: "invalid" } })
    expect(await releasedTo(people().office, id)).toEqual([])
    expect(await events(id, company.east)).toEqual([])
  })

  test("cannot be altered or taken back, not even by the database's owner", async () => {
    const id = await open()
    await releaseQuarter(people().office, wanted(id))
    const { asOwner } = await import("../../builders/owner")
    await expect(asOwner(`update "Release" set "secrecyNote" = 'x' where "engagementId" = $1`, [id])).rejects.toThrow("immutable")
    await expect(asOwner(`delete from "Release" where "engagementId" = $1`, [id])).rejects.toThrow("immutable")
  })
})
