import pg from "pg"
import { afterAll, expect, inject, test } from "vitest"
import { migrate } from "@/lib/platform/migrate/migrate"

const { ownerUrl: template } = inject("template")
const made: string[] = []

function at(change: { database: string; user?: string; password?: string }) {
  const url = new URL(template)
  url.pathname = `/${change.database}`
  if (change.user) Object.assign(url, { username: change.user, password: change.password ?? "" })
  return url.toString()
}

async function ask(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

const administrator = at({ database: "postgres" })

async function emptyDatabase(name: string, owner = "keypoint_owner") {
  made.push(name)
  await ask(administrator, `create database ${name} owner ${owner}`)
  return name
}

afterAll(async () => {
  for (const name of made) await ask(administrator, `drop database ${name} with (force)`)
})

test("an empty database gets all migrations and a role, and a second time nothing but the new password", async () => {
  const ownerUrl = at({ database: await emptyDatabase("plain") })
  const first = await migrate({ ownerUrl, appPassword: "first" })
  expect(first.applied.length).toBeGreaterThan(1)
  expect(await ask(first.appUrl, "select current_user as role")).toEqual([{ role: "keypoint_plain" }])
  const second = await migrate({ ownerUrl, appPassword: "second" })
  expect(second.applied).toEqual([])
  expect(await ask(second.appUrl, "select 1 as one")).toEqual([{ one: 1 }])
  await expect(ask(first.appUrl, "select 1")).rejects.toThrow("password authentication failed")
})

test("a database that holds somebody else's tables is left alone, and one of them is named", async () => {
  const ownerUrl = at({ database: await emptyDatabase("used") })
  await ask(ownerUrl, "create table customers (id int)")
  await expect(migrate({ ownerUrl, appPassword: "app" })).rejects.toThrow("holds tables that are not Keypoint's, such as customers")
  expect(await ask(ownerUrl, "select tablename from pg_tables where schemaname = 'public'")).toEqual([{ tablename: "customers" }])
})

test("a migration that was cut off is applied at the next start", async () => {
  const ownerUrl = at({ database: await emptyDatabase("cut") })
  const all = (await migrate({ ownerUrl: at({ database: await emptyDatabase("whole") }), appPassword: "app" })).applied
  await ask(
    ownerUrl,
    `create table _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0)`,
    `insert into _prisma_migrations (id, checksum, migration_name) values ('1', 'x', '${all[0] ?? ""}')`,
  )
  expect((await migrate({ ownerUrl, appPassword: "app" })).applied).toEqual(all)
})

test("an owner who may not make roles is told what to do, and does it", async () => {
  await ask(administrator, "create role modest login password 'modest' nosuperuser nocreaterole")
  const ownerUrl = at({ database: await emptyDatabase("modest", "modest"), user: "modest", password: "modest" })
  await expect(migrate({ ownerUrl, appPassword: "app" })).rejects.toThrow(/keypoint_modest, which the server works as, could not be made .* then set DATABASE_APP_URL/)
  await ask(administrator, "create role modest_app login password 'app' nosuperuser nocreatedb nocreaterole nobypassrls")
  const appUrl = at({ database: "modest", user: "modest_app", password: "app" })
  expect((await migrate({ ownerUrl, appUrl, appPassword: "unused" })).appUrl).toBe(appUrl)
  expect(await ask(appUrl, "select kp_mode() as mode")).toEqual([{ mode: "honest" }])
})

test("the owner cannot be the role that the server works as", async () => {
  const ownerUrl = at({ database: await emptyDatabase("same") })
  await expect(migrate({ ownerUrl, appUrl: ownerUrl, appPassword: "app" })).rejects.toThrow("must own nothing and have no powers")
})
