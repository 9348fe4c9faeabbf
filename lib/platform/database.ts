import { PrismaPg } from "@prisma/adapter-pg"
import { fiscalYearBegins } from "@/lib/platform/fiscal-year"
import { preparedNames } from "@/lib/platform/prepared"
import { Prisma, PrismaClient } from "@/lib/platform/generated/client"

export type Tx = Prisma.TransactionClient

declare global {
  var keypointDatabase: PrismaClient | undefined
}

// A connection that was closed takes its prepared statements with it, and the next page asked pays for making both anew.
const idleTimeoutMillis = 10 * 60_000

/** The connection as the powerless role: outside the door it sees nothing (architecture.md, "The database holds the promises"). */
export function database(): PrismaClient {
  globalThis.keypointDatabase ??= connect(process.env.DATABASE_APP_URL ?? "")
  return globalThis.keypointDatabase
}

export function connect(url: string, max = 10): PrismaClient {
  if (!url) throw new Error("DATABASE_APP_URL is not set: start Keypoint with npm start")
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max, idleTimeoutMillis, allowExitOnIdle: true }, { statementNameGenerator: preparedNames() }) })
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
