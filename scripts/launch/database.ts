import { createHash } from "node:crypto"
import path from "node:path"
import pg from "pg"
import type { Environment } from "../../lib/platform/env.ts"
import { appUrlFor } from "../../lib/platform/migrate/role.ts"
import { migrate } from "../../lib/platform/migrate/migrate.ts"
import { postgresAccount } from "../postgres/account.ts"
import { startCluster } from "../postgres/cluster.ts"
import { choosePostgresHome } from "../postgres/home.ts"
import { isAlive } from "../postgres/processes.ts"
import type { Data } from "./data.ts"
import { listRunning } from "./running.ts"
import { takeTurn } from "./turn.mjs"

const name = "keypoint"

/**
 * A database to work on, and how to leave it: the embedded PostgreSQL stops with the last process that uses it.
 * `elsewhere` is where an embedded one lives when that is not KEYPOINT_DATA. `revive` starts an embedded one that has ended by itself again, at the same address, and says whether it had to.
 */
export type Database = { ownerUrl: string; elsewhere?: string | undefined; adopted: boolean; leave: () => Promise<void>; revive: () => Promise<boolean> }

async function createDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function openEmbedded(data: Data): Promise<Database> {
  const account = postgresAccount()
  const home = choosePostgresHome(data.folder, account, { remembered: data.state().postgresHome, made: data.state().seeding.embedded !== undefined })
  data.remember({ postgresHome: home })
  const { postgresPort: port } = data.state()
  const options = { home, account, password: data.secrets().ownerPassword, durable: true }
  let cluster = await startCluster({ ...options, port })
  data.remember({ postgresPort: cluster.port })
  await createDatabase(cluster.url("postgres"))
  const leave = async () => {
    const others = listRunning(data.folder).filter((entry) => entry.pid !== process.pid)
    if (others.length === 0) await cluster.stop()
  }
  const ownerUrl = cluster.url(name)
  const revive = async () => {
    if (isAlive(cluster.pid)) return false
    cluster = await startCluster({ ...options, port: cluster.port })
    if (cluster.url(name) !== ownerUrl) throw new Error("The database ended by itself, and its port has been taken meanwhile.")
    return true
  }
  const elsewhere = path.relative(data.folder, home).startsWith("..") ? home : undefined
  return { ownerUrl, elsewhere, adopted: cluster.adopted, leave, revive }
}

/** Opens the database of DATABASE_URL, or else the embedded one, started if it does not run. */
export async function openDatabase(environment: Environment, data: Data): Promise<Database> {
  if (environment.databaseUrl) return { ownerUrl: environment.databaseUrl, adopted: true, leave: async () => {}, revive: async () => false }
  // A command and a start at once would each make a cluster.
  const give = await takeTurn(path.join(data.folder, "opening"))
  return openEmbedded(data).finally(give)
}

/** A short name for a database that does not tell its password. */
export function nameOf(ownerUrl: string) {
  const { hostname, port, pathname } = new URL(ownerUrl)
  const embedded = hostname === "127.0.0.1" && pathname === `/${name}`
  return embedded ? "embedded" : createHash("sha256").update(`${hostname}:${port}${pathname}`).digest("hex").slice(0, 16)
}

/** The powerless role's address, without migrating. */
export function appUrlOf(environment: Environment, data: Data, ownerUrl: string) {
  return environment.databaseAppUrl ?? appUrlFor(ownerUrl, data.secrets().appPassword)
}

/** Migrates, and notes first when the database is new, so that seeding it is not forgotten if this is cut off. */
export async function migrateDatabase(environment: Environment, data: Data, ownerUrl: string) {
  const key = nameOf(ownerUrl)
  return migrate({
    ownerUrl,
    appUrl: environment.databaseAppUrl,
    appPassword: data.secrets().appPassword,
    onBegin: (empty) => {
      if (empty) data.remember({ seeding: { ...data.state().seeding, [key]: "wanted" } })
    },
  })
}
