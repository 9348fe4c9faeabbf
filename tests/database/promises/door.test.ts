import { beforeAll, describe, expect, it } from "vitest"
import { actingAt, seed } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { buildCompany, type Company } from "../../builders/company"
import { asApplication, asOwner } from "../../builders/owner"

let company: Company
beforeAll(async () => {
  company = await buildCompany()
})

describe("the door", () => {
  it("shows nothing outside of it, in any table that the role may read", async () => {
    const tables = await asApplication<{ name: string }>(`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')`)
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      const [row] = await asApplication<{ count: number }>(`select count(*)::int as count from "${name}"`)
      expect({ name, count: row?.count }).toEqual({ name, count: 0 })
    }
  })

  it("shows a person the units that they reach and no other", async () => {
    const seen = (actor: Company["people"]["owner"]) => asReader(actor, ({ tx }) => tx.unit.findMany({ select: { id: true } }))
    expect(await seen(company.people.owner)).toEqual([{ id: company.east }])
    expect((await seen(company.people.office)).map((unit) => unit.id).sort()).toEqual([company.hq, company.east, company.north].sort())
  })

  it("lets nobody write into another unit", async () => {
    const result = await asActor(company.people.northFinance, "tests.intrude", ({ tx, now }) =>
      tx.performer.create({
        data: { id: newId(), unitId: company.east, pointId: company.points[0]?.pointId ?? "", personId: company.people.northFinance.personId ?? "", from: now, assignedAt: now },
      }),
    )
    expect(result).toMatchObject({ ok: false, refusal: { code: "not-found" } })
    expect(await asReader(seed, ({ tx }) => tx.performer.count({ where: { unitId: company.east } }))).toBe(0)
  })

  it("changes nothing of another unit, whatever the where says", async () => {
    const changed = await asActor(company.people.northFinance, "tests.intrude", ({ tx }) => tx.department.updateMany({ data: { nameZh: "改" } }))
    expect(changed).toEqual({ ok: true, value: { count: 0 } })
  })

  it("lets an external auditor see nothing that was not released, and write nothing", async () => {
    const counts = await asReader(company.people.externalAudit, async ({ tx }) => [await tx.person.count(), await tx.ownership.count(), await tx.auditEvent.count()])
    expect(counts).toEqual([0, 0, 0])
    const written = await asActor(company.people.externalAudit, "tests.write", ({ tx, now }) =>
      tx.engagement.create({ data: { id: newId(), unitId: company.hq, nameZh: "约", nameEn: "E", from: now, to: now, openedAt: now } }),
    )
    expect(written).toMatchObject({ ok: false, refusal: { code: "not-found" } })
  })

  it("allows at most one owner of a point at any time", async () => {
    const again = await asActor(company.people.finance, "tests.own", ({ tx, now }) =>
      tx.ownership.create({
        data: {
          id: newId(), unitId: company.east, pointId: company.points[0]?.pointId ?? "", personId: company.people.head.personId ?? "",
          from: dateOf("2026-02-01"), assignedAt: now,
        },
      }),
    )
    expect(again).toMatchObject({ ok: false, refusal: { code: "conflict" } })
  })

  it("rolls a refused command back whole", async () => {
    const before = await asReader(seed, ({ tx }) => tx.department.count())
    const result = await asActor(company.people.finance, "tests.twice", async ({ tx }) => {
      await tx.department.create({ data: { id: newId(), unitId: company.east, code: "tests", nameZh: "临时", nameEn: "Temporary" } })
      await tx.department.create({ data: { id: newId(), unitId: company.east, code: "finance", nameZh: "重复", nameEn: "Again" } })
    })
    expect(result).toMatchObject({ ok: false, refusal: { code: "conflict" } })
    expect(await asReader(seed, ({ tx }) => tx.department.count())).toBe(before)
  })

  it("gives a clock of one's own only where the owner marked the installation so", async () => {
    const past = actingAt(seed, new Date("2026-01-05T00:00:00Z"))
    expect(await asReader(past, async ({ now }) => now)).toEqual(new Date("2026-01-05T00:00:00Z"))
    await asOwner(`update "Installation" set mode = 'honest'`)
    try {
      await expect(asReader(past, async ({ now }) => now)).rejects.toThrow("clock")
    } finally {
      await asOwner(`update "Installation" set mode = 'test'`)
    }
  })
})
