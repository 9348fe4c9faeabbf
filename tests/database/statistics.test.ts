import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { countUncounted } from "@/scripts/launch/statistics"
import { gatherStatistics } from "@/scripts/seed/installation"
import { cleanDatabase } from "../setup/database"

const { ownerUrl } = await cleanDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })

beforeAll(() => owner.connect())
afterAll(() => owner.end())

const knownOf = async (table: string) => {
  const { rows } = await owner.query<{ reltuples: number }>("select reltuples from pg_class where oid = $1::regclass", [`"${table}"`])
  return rows[0]?.reltuples
}

test("at a start the tables that came with rows and without statistics are counted, once, and empty ones are left", async () => {
  await owner.query(`create table "Restored" as select generate_series(1, 500) as id`)
  await owner.query(`create table "RestoredEmpty" (id int)`)
  expect(await knownOf("Restored")).toBe(-1)
  expect(await countUncounted(ownerUrl)).toContain("Restored")
  expect(await knownOf("Restored")).toBe(500)
  expect(await knownOf("RestoredEmpty")).toBe(-1)
  expect(await countUncounted(ownerUrl)).toEqual([])
})

test("after a seed each table is counted, also one that was counted while it was filled", async () => {
  await owner.query(`create table "Seeded" as select generate_series(1, 5) as id`)
  await owner.query(`analyze "Seeded"`)
  await owner.query(`insert into "Seeded" select generate_series(1, 2000)`)
  await gatherStatistics(owner)
  expect(await knownOf("Seeded")).toBe(2005)
  const { rows } = await owner.query(`select relname from pg_stat_user_tables where last_analyze is null`)
  expect(rows).toEqual([])
})
