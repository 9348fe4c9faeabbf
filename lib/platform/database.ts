import { PrismaPg } from "@prisma/adapter-pg"
import { fiscalYearBegins } from "@/lib/platform/fiscal-year"
import { Prisma, PrismaClient } from "@/lib/platform/generated/client"
import { straightOn } from "@/lib/platform/straight"
import { SharedPool, transaction } from "@/lib/platform/transaction"

export type Tx = Prisma.TransactionClient

declare global {
  var keypointDatabase: PrismaClient | undefined
  var keypointPools: WeakMap<PrismaClient, SharedPool> | undefined
}

// A connection that was closed takes its prepared statements with it, and the next page asked pays for making both anew.
const idleTimeoutMillis = 10 * 60_000
const limits = { timeout: 120_000, maxWait: 20_000 }

/** The connection as the powerless role: outside the door it sees nothing (architecture.md, "The database holds the promises"). */
export function database(): PrismaClient {
  globalThis.keypointDatabase ??= connect(process.env.DATABASE_APP_URL ?? "")
  return globalThis.keypointDatabase
}

export function connect(url: string, max = 10): PrismaClient {
  if (!url) throw new Error("DATABASE_APP_URL is not set: start Keypoint with npm start")
  const pool = new SharedPool({ connectionString: url, max, idleTimeoutMillis, connectionTimeoutMillis: limits.maxWait, allowExitOnIdle: true })
  // A connection lost while nobody uses it is no error: the next takes another.
  pool.on("error", () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: pool.nameOf, disposeExternalPool: true }) })
  ;(globalThis.keypointPools ??= new WeakMap()).set(prisma, pool)
  return prisma
}

/** One READ COMMITTED transaction. That is PostgreSQL's own default: asking for it would be one more round trip each time. */
export function inTransaction<Value>(run: (tx: Tx) => Promise<Value>, { reads }: { reads: boolean }): Promise<Value> {
  const prisma = database()
  const pool = globalThis.keypointPools?.get(prisma)
  return pool ? transaction<Tx, Value>({ pool, prisma, limits, reads, run }) : prisma.$transaction(run, limits)
}

/** One statement by itself, before anybody is inside: who somebody is. */
export async function rowsOutside<Row extends object>(first: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
  const prisma = database()
  const pool = globalThis.keypointPools?.get(prisma)
  return pool ? straightOn<Row>({ client: pool, nameOf: pool.nameOf }).$queryRaw(first, ...values) : prisma.$queryRaw<Row[]>(first, ...values)
}

function known(fiscalStart: number | undefined): true {
  fiscalYearBegins(fiscalStart ?? 1)
  return true
}

/** Whether the database answers and is migrated, within five seconds: for the health page. */
export async function databaseWorks(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 5000, false).unref())
  const asked = database().$queryRaw<{ fiscalStart: number }[]>`select kp_mode(), kp_fiscal_start() as "fiscalStart"`.then(([row]) => known(row?.fiscalStart), () => false)
  return Promise.race([asked, late])
}
