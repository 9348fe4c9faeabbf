import { beforeAll, describe, expect, it } from "vitest"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { livedCompany, type Lived } from "../../builders/lived"
import { asApplication, asOwner } from "../../builders/owner"
import { cleanDatabase } from "../../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Lived
beforeAll(async () => {
  company = await livedCompany()
  await asOwner("analyze")
})

const inside = (actor: Actor, sql: string) => asReader(actor, async ({ tx }) => (await tx.$queryRawUnsafe<{ said: string | null }[]>(sql))[0]?.said ?? "")

describe("what PostgreSQL itself keeps count of", () => {
  it("has values of the tables, and shows none of them to the role, outside the door or inside", async () => {
    const [kept] = await asOwner<{ columns: number }>(`select count(*)::int as columns from pg_stats where schemaname = 'public' and (most_common_vals is not null or histogram_bounds is not null)`)
    expect(kept?.columns).toBeGreaterThan(50)
    const seen = `select (select count(*) from pg_stats where schemaname = 'public') + (select count(*) from pg_stats_ext) + (select count(*) from pg_stats_ext_exprs) as said`
    expect(await asApplication(seen)).toEqual([{ said: "0" }])
    for (const actor of [company.people.northFinance, company.people.finance, company.people.admin]) expect(await inside(actor, `select (${seen})::text as said`)).toBe("0")
    await expect(asApplication("select * from pg_statistic limit 1")).rejects.toThrow("permission denied")
  })

  it.each([
    "select n_live_tup from pg_stat_user_tables limit 1", "select idx_scan from pg_stat_user_indexes limit 1", "select heap_blks_hit from pg_statio_user_tables limit 1",
    `select pg_stat_get_live_tuples('"Deficiency"'::regclass)`, `select pg_stat_get_tuples_inserted('"Deficiency"'::regclass)`,
  ])("does not tell how much is written to a table: %s", async (sql) => {
    await expect(asApplication(sql)).rejects.toThrow("permission denied")
  })

  it("goes on telling a table's size as a whole, which is all units' together (docs/decisions/001)", async () => {
    const [whole] = await asApplication<{ rows: number }>(`select reltuples::int as rows from pg_class where oid = '"Deficiency"'::regclass`)
    const [counted] = await asOwner<{ rows: number }>(`select count(*)::int as rows from "Deficiency"`)
    expect(whole).toEqual(counted)
  })

  it("shows another connection's statement, and no value that it was asked with", async () => {
    const value = newId()
    const busy = asReader(company.people.finance, ({ tx }) => tx.$queryRaw`select pg_sleep(1)::text, ${value}::text as said`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const rows = await asApplication<{ query: string }>("select query from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()")
    await busy
    expect(rows.some(({ query }) => query.includes("pg_sleep"))).toBe(true)
    for (const secret of [value, company.east, company.people.finance.personId ?? "none"]) expect(rows.some(({ query }) => query.includes(secret))).toBe(false)
  })
})
