import { PrismaPg } from "@prisma/adapter-pg"
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from "@prisma/driver-adapter-utils"
import { databaseWorks } from "@/lib/platform/database"
import { PrismaClient } from "@/lib/platform/generated/client"

type Outer = { transaction: Transaction; open: Inner[] }
let outer: Outer | undefined
let adapter: SqlDriverAdapter | undefined
let points = 0
let watcher: Watcher | undefined

/** Told of the end of each transaction of the product, within the outer one: whether it was kept, before who was inside leaves. */
type Watcher = (transaction: Transaction, kept: boolean) => Promise<void>

export const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/**
 * From here on the product's own transactions may be rehearsed: they run whole against PostgreSQL, commit with all their
 * constraints, and are then taken back. One connection serves them, one transaction after the other.
 */
export function rehearsing(url: string): void {
  const real = new PrismaPg({ connectionString: url, max: 1 })
  const factory: SqlDriverAdapterFactory = {
    provider: real.provider, adapterName: real.adapterName,
    connect: async () => {
      const connected = await real.connect()
      adapter = connected
      return {
        provider: connected.provider, adapterName: connected.adapterName,
        queryRaw: (query) => (outer ? alone(outer, (transaction) => transaction.queryRaw(query)) : connected.queryRaw(query)),
        executeRaw: (query) => (outer ? alone(outer, (transaction) => transaction.executeRaw(query)) : connected.executeRaw(query)),
        executeScript: (script) => connected.executeScript(script),
        startTransaction: (level) => (outer ? startWithin(outer) : connected.startTransaction(level)),
        dispose: () => connected.dispose(),
      }
    },
  }
  globalThis.keypointDatabase = new PrismaClient({ adapter: factory })
}

/** Runs the work, and takes back everything that it wrote; inside another, back to where that one stood. */
export async function rehearse<Value>(work: () => Promise<Value>): Promise<Value> {
  if (outer) return within(outer, work)
  if (!adapter && !(await databaseWorks())) throw new Error("the database does not answer")
  if (!adapter) throw new Error("call rehearsing() first")
  const transaction = await adapter.startTransaction()
  outer = { transaction, open: [] }
  try {
    return await work()
  } finally {
    outer = undefined
    await transaction.executeRaw(statement("rollback"))
    await transaction.rollback()
  }
}

async function within<Value>({ transaction }: Outer, work: () => Promise<Value>): Promise<Value> {
  const point = `kp_rehearsal_${(points += 1)}`
  await transaction.executeRaw(statement(`savepoint ${point}`))
  try {
    return await work()
  } finally {
    await transaction.executeRaw(statement(`rollback to savepoint ${point}`))
  }
}

/** Has somebody told of every transaction that ends while the work runs. */
export async function watchedBy<Value>(told: (transaction: Transaction) => Promise<Watcher>, work: () => Promise<Value>): Promise<Value> {
  if (!outer) throw new Error("only what is rehearsed is watched")
  watcher = await told(outer.transaction)
  try {
    return await work()
  } finally {
    watcher = undefined
  }
}

/** A statement that is a transaction of its own. */
async function alone<Value>({ transaction }: Outer, run: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  const value = await run(transaction)
  await watcher?.(transaction, true)
  return value
}

type Inner = { point: string; entered: SqlQuery }

/**
 * A transaction of the product as a part of the outer one. One that is begun while another is open lies within it, though the product
 * would give it a connection of its own; what the door had set is set again when it ends.
 */
async function startWithin({ transaction, open }: Outer): Promise<Transaction> {
  const inner: Inner = { point: `kp_inner_${(points += 1)}`, entered: open.length > 0 ? await standing(transaction) : left }
  const run = (sql: string) => transaction.executeRaw(statement(sql))
  open.push(inner)
  await run(`savepoint ${inner.point}`)
  const end = async (how: "release" | "rollback to") => {
    const isLast = open.at(-1) === inner
    open.splice(open.indexOf(inner), 1)
    if (how === "rollback to" || isLast) await run(`${how} savepoint ${inner.point}`)
    if (isLast) await transaction.queryRaw(open.length > 0 ? inner.entered : left)
  }
  return {
    provider: transaction.provider, adapterName: transaction.adapterName, options: { usePhantomQuery: true },
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    // What waits for the end of a transaction is checked now, as a commit would.
    commit: async () => {
      await run("set constraints all immediate")
      await watcher?.(transaction, true)
      await end("release")
    },
    rollback: async () => {
      await end("rollback to")
      await watcher?.(transaction, false)
    },
  }
}

const told = ["kind", "person", "units", "papers", "audience"]
const settings = (values: string[]): SqlQuery => ({
  sql: `select ${told.map((name, index) => `set_config('keypoint.${name}', $${index + 1}, true)`).join(", ")}`, args: values,
  argTypes: told.map(() => ({ scalarType: "string", arity: "scalar" })),
})
/** Nobody is inside the door. */
const left = settings(told.map(() => ""))

/** Who is inside the door now, as the statement that lets them in again. */
export async function standing(transaction: Transaction): Promise<SqlQuery> {
  const { rows } = await transaction.queryRaw(statement(`select ${told.map((name) => `current_setting('keypoint.${name}', true)`).join(", ")}`))
  return settings((rows[0] ?? []).map(String))
}
