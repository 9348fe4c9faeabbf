import pg from "pg"
import { applyMigrations } from "./engine.ts"
import { readGrants } from "./folder.ts"
import { appUrlFor, ensureRole } from "./role.ts"

type Wanted = {
  /** The address of the database's owner. */
  ownerUrl: string
  /** The address of the powerless role; by default that of `keypoint_<database>` with `appPassword`. */
  appUrl?: string | undefined
  appPassword: string
  /** Told once before anything is applied: whether the database has never been migrated. */
  onBegin?: (empty: boolean) => void
}

const lockKey = 8_020_146_331

async function connect(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database at ${new URL(ownerUrl).host} does not answer: ${error instanceof Error ? error.message : error}. Check DATABASE_URL.`)
  })
  return client
}

async function check(owner: pg.Client) {
  const { rows } = await owner.query<{ version: number; encoding: string; words: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding, current_setting('server_version') as words",
  )
  const { version = 0, encoding = "", words = "" } = rows[0] ?? {}
  if (version < 150_000) throw new Error(`DATABASE_URL names a PostgreSQL ${words}: version 15 or later is needed.`)
  if (encoding !== "UTF8") throw new Error(`DATABASE_URL names a database in ${encoding}: make it with encoding UTF8.`)
}

async function isNew(owner: pg.Client) {
  const { rows } = await owner.query<{ empty: boolean; foreign: string | null }>(`
    select to_regclass('public._prisma_migrations') is null as empty,
      (select min(tablename) from pg_tables where schemaname = 'public') as foreign`)
  const [{ empty, foreign } = { empty: false, foreign: null }] = rows
  if (empty && foreign) throw new Error(`The database ${owner.database} holds tables that are not Keypoint's, such as ${foreign}: make an empty one for DATABASE_URL.`)
  return empty
}

async function applyGrants(owner: pg.Client, role: string) {
  const grants = await readGrants()
  if (grants) await owner.query(grants.replace(/(?<!:):role\b/g, () => owner.escapeIdentifier(role)))
}

/**
 * Brings the database up to date: applies prisma/migrations, makes the powerless role, and gives it what
 * prisma/grants.sql says. Returns the role's address and the names of the migrations applied now. Throws with a clear sentence.
 */
export async function migrate({ ownerUrl, appUrl, appPassword, onBegin }: Wanted) {
  const owner = await connect(ownerUrl)
  try {
    await check(owner)
    await owner.query("select pg_advisory_lock($1)", [lockKey])
    const empty = await isNew(owner)
    onBegin?.(empty)
    const applied = await applyMigrations(ownerUrl)
    const address = appUrl ?? appUrlFor(ownerUrl, appPassword)
    const role = await ensureRole({ owner, appUrl: address })
    await applyGrants(owner, role)
    return { appUrl: address, applied }
  } finally {
    await owner.end()
  }
}
