import pg from "pg"
import { inject } from "vitest"

/** Runs SQL as the database's owner on the database that the application's role uses now: what only an attacker with the keys could do. */
export async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const database = new URL(process.env.DATABASE_APP_URL ?? "").pathname
  return runOn(Object.assign(new URL(inject("template").ownerUrl), { pathname: database }).toString(), sql, values)
}

/** Runs SQL as the application's role, outside the door. */
export async function asApplication<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return runOn(process.env.DATABASE_APP_URL ?? "", sql, values)
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
