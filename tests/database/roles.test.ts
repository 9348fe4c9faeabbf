import pg from "pg"
import { expect, test } from "vitest"
import { cleanDatabase } from "../setup/database.ts"

const { ownerUrl, appUrl } = await cleanDatabase()

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test("the server's role has no powers and owns nothing", async () => {
  const [role] = await ask(
    appUrl,
    `select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as mighty,
       (select count(*)::int from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname = current_user`,
  )
  expect(role).toEqual({ mighty: false, owned: 0 })
})

test("a clean database is migrated and marked as a test", async () => {
  expect(await ask(ownerUrl, `select mode from "Installation"`)).toEqual([{ mode: "test" }])
  await expect(ask(appUrl, `select * from "_prisma_migrations"`)).rejects.toThrow("permission denied")
})

test("tests work on a database of their own", () => {
  expect(process.env.DATABASE_APP_URL).not.toBe(appUrl)
  expect(new URL(process.env.DATABASE_APP_URL ?? "").pathname).toMatch(/^\/worker_\d+$/)
})
