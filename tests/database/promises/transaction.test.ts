import { setTimeout as sleep } from "node:timers/promises"
import { beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { seed, type Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { dateOf } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { buildCompany, type Company } from "../../builders/company"
import { asOwner } from "../../builders/owner"

let company: Company
let finance: Actor
let reached: number
beforeAll(async () => {
  company = await buildCompany()
  finance = company.people.finance
  reached = finance.units?.length ?? 0
})

const departmentsOf = (code: string) => asReader(seed, ({ tx }) => tx.department.count({ where: { code } }))

it("who only reads writes nothing, by SQL of our own or by a model", async () => {
  await expect(asReader(seed, ({ tx }) => tx.$executeRaw`update "Department" set code = code`)).rejects.toThrow(/read-only transaction/)
  await expect(asReader(seed, ({ tx }) => tx.department.updateMany({ data: { nameEn: "Written" } }))).rejects.toThrow(/read-only transaction/)
})

describe("SQL of our own", () => {
  const moment = new Date("2026-03-31T16:30:00.123Z")
  const every = Prisma.sql`
    select ${"文"}::text as text, ${null}::text as nothing, ${3}::int as int, ${2n ** 60n}::bigint as whole, ${new Prisma.Decimal("12345678901234567.89")}::numeric(30, 2) as amount,
      ${dateOf("2026-03-31")}::date as day, ${moment}::timestamptz as moment, ${true}::boolean as yes, ${["a,b", `"c"`]}::text[] as texts, ${[company?.east ?? newId()]}::uuid[] as keys,
      ${{ a: [1, null], "文": true }}::jsonb as json, ${[1, 2]}::int[] as ints, array[${moment}::timestamptz] as moments, array[1.50, null]::numeric[] as amounts, array['2026-03-31'::date] as days,
      array[1, null]::bigint[] as wholes, ${Buffer.from("x")}::bytea as bytes, 1.5::float8 as float, ${0.25}::float8 as share, 'n'::name as name, ${moment}::date as "ofMoment", count(*) as count from generate_series(1, ${3}::int)`

  it.each(["UTC", "Asia/Shanghai", "America/New_York"])("gives what it gives by way of Prisma, in a process that stands in %s", async (zone) => {
    process.env.TZ = zone
    onTestFinished(() => void delete process.env.TZ)
    const [straight] = await asReader(seed, ({ tx }) => tx.$queryRaw<Record<string, unknown>[]>(every))
    const [prismas] = await database().$queryRaw<Record<string, unknown>[]>(every)
    expect({ ...straight, bytes: [...Buffer.from("x")] }).toEqual({ ...prismas, bytes: [...Buffer.from("x")] })
    expect(straight).toMatchObject({ whole: 2n ** 60n, day: dateOf("2026-03-31"), moment, count: 3n, amount: new Prisma.Decimal("12345678901234567.89"), bytes: Buffer.from("x") })
  })

  it("tells how many rows it changed, and no more than the policies let it", async () => {
    const changed = (actor: Actor) => asActor(actor, "tests.change", ({ tx }) => tx.$executeRaw`update "Department" set "nameEn" = "nameEn" where "unitId" = ${company.east}::uuid`)
    const ours = await asReader(seed, ({ tx }) => tx.department.count({ where: { unitId: company.east } }))
    expect(ours).toBeGreaterThan(0)
    expect(await changed(finance)).toEqual({ ok: true, value: ours })
    expect(await changed(company.people.northFinance)).toEqual({ ok: true, value: 0 })
  })
})

describe("one transaction, asked both ways", () => {
  it("is one connection, and each sees what the other wrote", async () => {
    const code = "TX-1"
    const seen = await asActor(finance, "tests.both", async ({ tx }) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
      const [prismas] = await tx.$queryRawUnsafe<{ pid: number }[]>("select pg_backend_pid() as pid")
      await tx.department.create({ data: { id: newId(), unitId: company.east, code, nameZh: "一", nameEn: "One" } })
      const renamed = await tx.$executeRaw`update "Department" set "nameEn" = 'Two' where code = ${code}`
      return { same: own?.pid === prismas?.pid, renamed, name: (await tx.department.findFirst({ where: { code } }))?.nameEn }
    })
    expect(seen).toEqual({ ok: true, value: { same: true, renamed: 1, name: "Two" } })
    expect(await departmentsOf(code)).toBe(1)
  })

  it("leaves nothing of either when it fails", async () => {
    const failing = asActor(finance, "tests.fail", async ({ tx }) => {
      await tx.department.create({ data: { id: newId(), unitId: company.east, code: "TX-2", nameZh: "二", nameEn: "Two" } })
      await tx.$executeRaw`insert into "Department" (id, "unitId", code, "nameZh", "nameEn") values (${newId()}::uuid, ${company.east}::uuid, 'TX-3', '三', 'Three')`
      throw new Error("afterwards")
    })
    await expect(failing).rejects.toThrow("afterwards")
    expect([await departmentsOf("TX-2"), await departmentsOf("TX-3")]).toEqual([0, 0])
  })

  it("is not said to be done when a statement of it failed, though nobody looked", async () => {
    const careless = asActor(finance, "tests.careless", async ({ tx }) => {
      await tx.$executeRaw`update "Department" set "nameEn" = 'Lost' where "unitId" = ${company.east}::uuid`
      await tx.$queryRaw`select 1 / 0`.catch(() => undefined)
    })
    await expect(careless).rejects.toThrow("ROLLBACK")
    expect(await asReader(seed, ({ tx }) => tx.department.count({ where: { nameEn: "Lost" } }))).toBe(0)
  })

  it("needs one connection, so that many at once do not wait for each other", async () => {
    const both = () => asReader(finance, async ({ tx }) => [(await tx.$queryRaw<unknown[]>`select pg_sleep(0.01)`).length, await tx.unit.count()])
    const all = await Promise.all(Array.from({ length: 60 }, both))
    expect(all).toEqual(Array.from({ length: 60 }, () => [1, reached]))
  })

  it("ends with a lost connection, and the next has another", async () => {
    const lost = asReader(finance, async ({ tx }) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
      await asOwner(`select pg_terminate_backend(${own?.pid ?? 0})`)
      await sleep(100)
      return tx.unit.count()
    })
    await expect(lost).rejects.toThrow(/connection/i)
    expect(await asReader(finance, ({ tx }) => tx.unit.count())).toBe(reached)
  })
})
