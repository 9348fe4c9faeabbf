import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { listAuditEvents } from "@/lib/audit/queries"
import type { Quarter } from "@/lib/platform/periods"
import { openStored } from "@/lib/platform/storage"
import { prepareStatement, refreshStatement } from "@/lib/statements/commands/prepare"
import { signStatement } from "@/lib/statements/commands/sign"
import { documentOf, statementOf } from "@/lib/statements/queries/page"
import { signedHash } from "@/lib/statements/rules/facts"
import type { SignStatement } from "@/lib/statements/schema"
import { asOwner } from "../../builders/owner"
import { buildCompany, type Company } from "../../builders/company"
import { buildQuarter, type BuiltQuarter, finishTest, givePasswords, password } from "../../builders/quarter"

let company: Company
let quarter: Quarter
let built: BuiltQuarter
let year = 2001

beforeAll(async () => {
  company = await buildCompany()
  await givePasswords(company.people.manager, company.people.finance)
})

beforeEach(async () => {
  quarter = `${(year += 1)}-Q3`
  built = await buildQuarter(company, quarter)
})

const people = () => company.people

async function ready(): Promise<SignStatement> {
  const prepared = await prepareStatement(people().finance, { unitId: company.east, quarter, language: "zh-CN" })
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  return input(prepared.value.id)
}

async function input(id: string): Promise<SignStatement> {
  const statement = await statementOf(people().manager, id)
  return {
    id, version: statement?.version, factsHash: statement?.factsHash ?? "", exceptions: "八月更换计量装置，期间人工复核。", declared: true,
    unfinished: "一项测试等待银行回函，十月二十日前完成。", password,
  }
}

const events = async (id: string) => (await listAuditEvents(people().finance, { limit: 50, subject: id })).items.map(({ type }) => type)

async function expectUnsigned(id: string) {
  const statement = await statementOf(people().manager, id)
  expect(statement).toMatchObject({ status: "ready", documentSha256: null, exceptions: "", signatures: [] })
  expect(await events(id)).not.toContain("statements.signed")
}

test("unfinished tests stand in the order of their codes' numbers", async () => {
  const open = built.tests.slice(2)
  for (const [index, code] of ["9.1.10", "9.1.9"].entries()) await asOwner(`update "Test" set code = $2 where id = $1`, [open[index]?.id, code])
  const { id } = await ready()
  expect((await statementOf(people().manager, id))?.facts.unfinished.map(({ code }) => code)).toEqual(["9.1.9", "9.1.10"])
})

describe("signing a statement", () => {
  test("freezes text, facts and hash, keeps one document and leaves one event", async () => {
    const given = await ready()
    const signed = await signStatement(people().manager, given)
    expect(signed).toMatchObject({ ok: true })
    const statement = await statementOf(people().manager, given.id)
    if (!statement) throw new Error("gone")
    expect(statement).toMatchObject({ status: "signed", exceptions: given.exceptions, unfinished: given.unfinished, facts: { applicable: 4, tested: 2, unfinished: [{}, {}] } })
    expect(statement.text).toContain(given.exceptions)
    expect(statement.text).toContain(given.unfinished)
    const [signature] = statement.signatures
    expect(signature).toMatchObject({ kind: "sign", role: "plant-manager", personId: people().manager.personId, personName: "manager", method: "password" })
    expect(signature?.hash).toBe(signedHash(statement.text, statement.facts))
    expect(await events(given.id)).toEqual(["statements.signed", "statements.prepared"])
    const file = await documentOf(people().manager, { id: given.id })
    const stored = await openStored(file?.sha256 ?? "")
    expect((await new Response(stored?.stream).text()).slice(0, 4)).toBe("%PDF")
  })

  test("cannot be altered afterwards, not even by the database's owner", async () => {
    const given = await ready()
    await signStatement(people().manager, given)
    await expect(asOwner(`update "Statement" set text = 'x' where id = $1`, [given.id])).rejects.toThrow("immutable")
    await expect(asOwner(`update "Statement" set "documentSha256" = null where id = $1`, [given.id])).rejects.toThrow("immutable")
    await expect(asOwner(`update "Signature" set "personName" = 'x' where "statementId" = $1`, [given.id])).rejects.toThrow("immutable")
  })

  test("with a wrong password leaves nothing but the refusal at its field", async () => {
    const given = await ready()
    const refused = await signStatement(people().manager, { ...given, password: "wrong wrong wrong" })
    expect(refused).toMatchObject({ ok: false, refusal: { code: "invalid", errors: [{ path: "password" }] } })
    await expectUnsigned(given.id)
  })

  test("is blocked by unfinished tests until they are declared, by a tick and in words", async () => {
    const given = await ready()
    const silent = await signStatement(people().manager, { ...given, declared: false, unfinished: "" })
    expect(silent).toMatchObject({ ok: false, refusal: { code: "invalid", errors: [{ path: "declared" }, { path: "unfinished" }] } })
    await expectUnsigned(given.id)
  })

  test("shows the signer what changed since the facts were read", async () => {
    const given = await ready()
    await finishTest(built.tests[2] ?? { id: "" })
    const stale = await signStatement(people().manager, given)
    expect(stale).toMatchObject({ ok: false, refusal: { code: "stale-version", message: "statements.refusals.factsChanged" } })
    const changes = stale.ok ? [] : (stale.refusal.errors ?? []).map(({ message, params }) => ({ message, ...params }))
    expect(changes).toContainEqual({ message: "statements.errors.changed.tested", before: 2, after: 3 })
    await expectUnsigned(given.id)
    const refreshed = await refreshStatement(people().manager, { id: given.id, version: given.version })
    expect(refreshed.ok).toBe(true)
    expect(await signStatement(people().manager, given)).toMatchObject({ ok: false, refusal: { code: "stale-version" } })
    expect(await signStatement(people().manager, await input(given.id))).toMatchObject({ ok: true })
  })

  test("happens once when it is asked for twice at once", async () => {
    const given = await ready()
    const results = await Promise.all([signStatement(people().manager, given), signStatement(people().manager, given)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "wrong-state", message: "statements.refusals.state.signed" } })
    expect((await statementOf(people().manager, given.id))?.signatures).toHaveLength(1)
  })

  test("leaves no signature when its document cannot be stored", async () => {
    const given = await ready()
    process.env.STORAGE_URL = "file:/dev/null/nowhere"
    try {
      await expect(signStatement(people().manager, given)).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/)
    } finally {
      delete process.env.STORAGE_URL
    }
    await expectUnsigned(given.id)
  })

  test("is the plant manager's alone, and not to be found by another plant", async () => {
    const given = await ready()
    expect(await signStatement(people().finance, given)).toMatchObject({ ok: false, refusal: { code: "not-allowed", who: ["plant-manager"] } })
    expect(await signStatement(people().northManager, given)).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await signStatement(people().externalAudit, given)).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    await expectUnsigned(given.id)
  })

  test("is limited after many wrong passwords, the right one included", async () => {
    const given = await ready()
    const north = { ...given, password: "wrong wrong wrong" }
    const codes = []
    for (let tries = 0; tries < 12; tries += 1) {
      const result = await signStatement(people().manager, north)
      codes.push(result.ok ? "signed" : result.refusal.code)
    }
    expect(codes.at(0)).toBe("invalid")
    expect(codes.at(-1)).toBe("rate-limited")
    expect(await signStatement(people().manager, given)).toMatchObject({ ok: false, refusal: { code: "rate-limited" } })
  })
})
