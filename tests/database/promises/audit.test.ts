import { beforeAll, describe, expect, it } from "vitest"
import { listAuditEvents } from "@/lib/audit/queries"
import { record } from "@/lib/audit/record"
import { verifyChains } from "@/lib/audit/verify"
import { seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { buildCompany, type Company } from "../../builders/company"
import { asOwner } from "../../builders/owner"

let company: Company
beforeAll(async () => {
  company = await buildCompany()
})

const note = (why: string) =>
  asActor(company.people.finance, "tests.note", (work) =>
    record(work, { type: "units.noted", unitId: company.east, subjects: [{ kind: "unit", id: company.east }], why }),
  )
const chain = async () => (await asReader(seed, ({ tx }) => verifyChains(tx))).find((verdict) => verdict.unitId === company.east)
const tamper = (set: string, where: string) => asOwner(`set session_replication_role = replica; update "AuditEvent" set ${set} where "unitId" = '${company.east}' and ${where}`)

describe("the audit trail", () => {
  it("chains what many write at once, without a gap", async () => {
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => note(`第${index}次`)))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(await chain()).toMatchObject({ events: 12, broken: null })
  })

  it("cannot be altered or erased by the application", async () => {
    const altered = await asActor(company.people.finance, "tests.alter", ({ tx }) => tx.auditEvent.updateMany({ data: { canonical: "{}" } }))
    expect(altered.ok).toBe(false)
    const erased = await asActor(company.people.finance, "tests.erase", ({ tx }) => tx.auditEvent.deleteMany())
    expect(erased.ok).toBe(false)
  })

  it("refuses an update even to the database's owner, who must first switch the trigger off", async () => {
    await expect(asOwner(`update "AuditEvent" set type = 'x'`)).rejects.toThrow("immutable")
    await expect(asOwner(`truncate "AuditEvent" cascade`)).rejects.toThrow("immutable")
  })

  it("does not let one person sign an event with another's name", async () => {
    const forged = await asActor(company.people.finance, "tests.forge", (work) =>
      record({ ...work, actor: company.people.manager }, { type: "units.noted", unitId: company.east, subjects: [] }),
    ).catch((error: unknown) => String(error))
    expect(JSON.stringify(forged)).toContain("audit-actor")
  })

  it("is read by unit, and by nobody of another unit", async () => {
    const mine = await listAuditEvents(company.people.finance, { limit: 50 })
    expect(mine.items).toHaveLength(12)
    expect(mine.items[0]).toMatchObject({ type: "units.noted", unitId: company.east, personId: company.people.finance.personId })
    expect((await listAuditEvents(company.people.northFinance, { limit: 50, unit: company.east })).items).toEqual([])
  })

  it.each([
    ["a changed text", `canonical = replace(canonical, '第', '改')`, "sequence = 5", { sequence: 5, problem: "hash" }],
    ["a changed column", `type = 'units.other'`, "sequence = 4", { sequence: 4, problem: "columns" }],
    ["a changed time", `"recordedAt" = "recordedAt" + interval '1 second'`, "sequence = 3", { sequence: 3, problem: "hash" }],
    ["a removed event", `sequence = 900`, "sequence = 2", { sequence: 2, problem: "gap" }],
  ])("names the first broken link: %s", async (_name, set, where, expected) => {
    await tamper(set, where)
    expect((await chain())?.broken).toMatchObject(expected)
  })
})
