import pg from "pg"
import { expect, inject } from "vitest"

/** Runs SQL as the database's owner on the database that the application's role uses now: what only an attacker with the keys could do. */
export async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return runOn(ownerUrl(), sql, values)
}

function ownerUrl(): string {
  const database = new URL(process.env.DATABASE_APP_URL ?? "").pathname
  return Object.assign(new URL(inject("template").ownerUrl), { pathname: database }).toString()
}

/** Runs SQL as the application's role, outside the door. */
export async function asApplication<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return runOn(process.env.DATABASE_APP_URL ?? "", sql, values)
}

/** Keeps a table from being locked row by row, as the database's owner, until somebody waits for it; then runs `sql` and lets go. */
export async function asOwnerBefore(table: string, start: () => void, sql: string): Promise<void> {
  const client = await connectedAsOwner()
  try {
    await client.query(`begin; lock table "${table}" in exclusive mode`)
    start()
    await expect.poll(async () => (await client.query(`select 1 from pg_locks where relation = '"${table}"'::regclass and not granted`)).rowCount, { timeout: 20_000 }).toBe(1)
    await client.query(`set local session_replication_role = replica; ${sql}; commit`)
  } finally {
    await client.end()
  }
}

/** A connection of the database's owner, for what goes on over several statements; whoever asks for it ends it. */
export async function connectedAsOwner(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl() })
  await client.connect()
  return client
}

async function runOn<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}
