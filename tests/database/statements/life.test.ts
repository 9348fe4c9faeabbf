import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { listAuditEvents } from "@/lib/audit/queries"
import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Quarter } from "@/lib/platform/periods"
import { refuseStatement, withdrawStatement } from "@/lib/statements/commands/end"
import { prepareStatement, refreshStatement } from "@/lib/statements/commands/prepare"
import { countersignStatement, signStatement } from "@/lib/statements/commands/sign"
import { listStatements, standingsOfYear } from "@/lib/statements/queries/list"
import { documentOf, statementOf, statementPage } from "@/lib/statements/queries/page"
import { buildCompany, type Company } from "../../builders/company"
import { buildQuarter, givePasswords, password } from "../../builders/quarter"

let company: Company
let quarter: Quarter
let year = 2001

beforeAll(async () => {
  company = await buildCompany()
  await givePasswords(company.people.manager, company.people.chiefAccountant)
})

beforeEach(async () => {
  quarter = `${(year += 1)}-Q3`
  await buildQuarter(company, quarter, { finished: true })
})

const people = () => company.people
const reason = "数据有误，须重新测评。"

async function ready(): Promise<string> {
  const prepared = await prepareStatement(people().finance, { unitId: company.east, quarter, language: "zh-CN" })
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  return prepared.value.id
}

async function signed(): Promise<string> {
  const id = await ready()
  const statement = await statementOf(people().manager, id)
  const result = await signStatement(people().manager, { id, factsHash: statement?.factsHash ?? "", exceptions: "", declared: false, unfinished: "", password })
  if (!result.ok) throw new Error(result.refusal.message)
  return id
}

const statusOf = async (id: string) => (await statementOf(people().manager, id))?.status
const events = async (id: string) => (await listAuditEvents(people().finance, { limit: 50, subject: id })).items.map(({ type }) => type)

describe("preparing", () => {
  test("freezes declarations and facts under a number of the year, with one event", async () => {
    const id = await ready()
    const statement = await statementOf(people().manager, id)
    expect(statement).toMatchObject({
      status: "ready", number: `声-${year}-001`, quarter, version: 1, preparedBy: people().finance.personId,
      facts: { applicable: 4, tested: 4, effective: 3, ineffective: 1, unfinished: [] },
      declarations: { organisation: "测试公司", unit: "东厂", title: "内控支持声明" },
    })
    expect(statement?.facts.open.ungraded).toBeGreaterThan(0)
    expect(statement?.declarations.lines).toHaveLength(6)
    expect(statement?.text).toContain("东厂")
    expect(await events(id)).toEqual(["statements.prepared"])
  })

  test("speaks the language that was chosen", async () => {
    const prepared = await prepareStatement(people().finance, { unitId: company.east, quarter, language: "en" })
    const statement = prepared.ok ? await statementOf(people().finance, prepared.value.id) : null
    expect(statement?.declarations).toMatchObject({ title: "Accountability statement", period: `Q3 ${year}` })
  })

  test("is refused for a quarter without an assessment, twice, by others, and for other plants", async () => {
    const wanted = { unitId: company.east, quarter, language: "zh-CN" } as const
    expect(await prepareStatement(people().finance, { ...wanted, quarter: "1999-Q1" })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await prepareStatement(people().manager, wanted)).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["finance-lead"] } })
    expect(await prepareStatement(people().northFinance, wanted)).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await prepareStatement(people().externalAudit, wanted)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect((await listStatements(people().finance, { quarter, limit: 10 })).items).toEqual([])
    const both = await Promise.all([prepareStatement(people().finance, wanted), prepareStatement(people().finance, wanted)])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: "conflict" } })
    expect((await listStatements(people().finance, { quarter, limit: 10 })).items).toHaveLength(1)
  })
})

describe("taking the facts anew", () => {
  test("is the preparer's and the signer's, before the signature", async () => {
    const id = await ready()
    expect(await refreshStatement(people().tester, { id })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await refreshStatement(people().manager, { id, version: 1 })).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await refreshStatement(people().finance, { id, version: 1 })).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
    expect(await refreshStatement(people().northManager, { id })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await events(id)).toEqual(["statements.refreshed", "statements.prepared"])
  })

  test("cannot touch what was signed", async () => {
    const id = await signed()
    expect(await refreshStatement(people().finance, { id })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await events(id)).toEqual(["statements.signed", "statements.prepared"])
  })
})

describe("refusing to sign", () => {
  test("ends it with the reason, and a new one follows", async () => {
    const id = await ready()
    expect(await refuseStatement(people().finance, { id, reason })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await refuseStatement(people().northManager, { id, reason })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await refuseStatement(people().manager, { id, reason, version: 7 })).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
    expect(await statusOf(id)).toBe("ready")
    expect(await refuseStatement(people().manager, { id, reason, version: 1 })).toMatchObject({ ok: true })
    expect(await statementOf(people().manager, id)).toMatchObject({ status: "refused", endReason: reason })
    expect(await events(id)).toEqual(["statements.refused", "statements.prepared"])
    const next = await ready()
    expect(await statementOf(people().manager, next)).toMatchObject({ predecessorId: id, number: `声-${year}-002` })
  })
})

describe("countersigning", () => {
  test("adds the company's signature to what was signed, and a copy; the first document stays", async () => {
    const id = await signed()
    const before = await statementOf(people().manager, id)
    expect(await countersignStatement(people().manager, { id, password })).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["chief-accountant"] } })
    expect(await countersignStatement(people().chiefAccountant, { id, password: "wrong wrong" })).toMatchObject({ ok: false, refusal: { code: "invalid" } })
    expect(await countersignStatement(people().chiefAccountant, { id, password, version: 1 })).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
    expect(await statusOf(id)).toBe("signed")
    expect(await countersignStatement(people().chiefAccountant, { id, password, version: 2 })).toMatchObject({ ok: true })
    const after = await statementOf(people().manager, id)
    expect(after).toMatchObject({ status: "countersigned", text: before?.text, documentSha256: before?.documentSha256 })
    expect(after?.signatures.map(({ kind, role, hash }) => ({ kind, role, hash }))).toEqual([
      { kind: "sign", role: "plant-manager", hash: before?.signatures[0]?.hash },
      { kind: "countersign", role: "chief-accountant", hash: before?.signatures[0]?.hash },
    ])
    const [first, copy] = [await documentOf(people().manager, { id }), await documentOf(people().manager, { id, copy: "countersigned" })]
    expect(first?.sha256).toBe(before?.documentSha256)
    expect(copy?.sha256).not.toBe(first?.sha256)
    expect(await events(id)).toEqual(["statements.countersigned", "statements.signed", "statements.prepared"])
  })

  test("needs a signature, and no plant can do it for another", async () => {
    const id = await ready()
    expect(await countersignStatement(people().chiefAccountant, { id, password })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
    expect(await countersignStatement(people().northManager, { id, password })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
  })
})

describe("withdrawing", () => {
  test("takes a signed one back with the reason; what was signed stays", async () => {
    const id = await signed()
    expect(await withdrawStatement(people().finance, { id, reason })).toMatchObject({ ok: false, refusal: { code: "not-allowed" } })
    expect(await withdrawStatement(people().northManager, { id, reason })).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await withdrawStatement(people().manager, { id, reason, version: 1 })).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
    expect(await withdrawStatement(people().manager, { id, reason, version: 2 })).toMatchObject({ ok: true })
    const statement = await statementOf(people().manager, id)
    expect(statement).toMatchObject({ status: "withdrawn", signatures: [{ kind: "sign" }] })
    expect(statement?.documentSha256).not.toBeNull()
    expect(await events(id)).toEqual(["statements.withdrawn", "statements.signed", "statements.prepared"])
    expect(await withdrawStatement(people().manager, { id, reason })).toMatchObject({ ok: false, refusal: { code: "wrong-state" } })
  })
})

describe("reading", () => {
  test("the tree shows the quarters of the units that one reaches and no others", async () => {
    const id = await ready()
    const mine = await standingsOfYear(people().finance, year)
    expect(mine.get(company.east)?.[2]).toMatchObject({ quarter, assessed: true, statement: { id, status: "ready" } })
    expect(mine.get(company.east)?.[0]).toMatchObject({ assessed: false, statement: null })
    expect((await standingsOfYear(people().northFinance, year)).has(company.east)).toBe(false)
    expect(await statementPage(people().northFinance, id)).toBeNull()
  })

  test("the page tells the signer what changed and what is at risk", async () => {
    const id = await ready()
    const page = await statementPage(people().manager, id)
    expect(page).toMatchObject({ changed: null, previous: null, risk: { ineffective: [{ code: expect.any(String) }] }, history: [{ type: "statements.prepared" }] })
    const stored = await asReader(seed, ({ tx }) => tx.deficiency.findMany({
      where: { unitId: company.east, status: { notIn: ["closed", "withdrawn"] } }, orderBy: [{ planDueOn: "asc" }, { number: "asc" }], select: { id: true, number: true, title: true, status: true, grade: true, pointCode: true },
    }))
    expect(page?.risk.deficiencies).toEqual(stored.map((one) => ({ ...one, planDueOn: null })))
    expect(stored.length).toBeGreaterThan(0)
  })

  test("the page tells what was said of the quarter before, as it was signed", async () => {
    const before = await statementOf(people().manager, await signed())
    quarter = `${year}-Q4`
    await buildQuarter(company, quarter, { finished: true })
    const page = await statementPage(people().manager, await ready())
    expect(page?.previous).toEqual({ quarter: `${year}-Q3`, facts: before?.facts })
    expect((await statementPage(people().externalAudit, page?.statement.id ?? ""))?.previous ?? null).toBeNull()
  })

  test("a statement is told with its signatures as they are stored", async () => {
    const id = await signed()
    const stored = await asReader(seed, ({ tx }) => tx.statement.findUniqueOrThrow({ where: { id }, include: { signatures: true } }))
    const statement = await statementOf(people().manager, id)
    if (!statement) throw new Error("gone")
    const { unitKind, unitName, timeZone, signedBy, ...plain } = statement
    expect(stored).toMatchObject(plain)
    expect(plain.signatures).toHaveLength(1)
    expect([unitKind, unitName.zh, timeZone, signedBy]).toEqual(["coal", "东厂", "Asia/Shanghai", people().manager.personId])
  })
})
