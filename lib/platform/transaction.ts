import { AsyncLocalStorage } from "node:async_hooks"
import pg from "pg"
import { preparedNames } from "@/lib/platform/prepared"
import { straightOn } from "@/lib/platform/straight"

type Done = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error | boolean) => void) => void

/** The pool that Prisma and we share: within a transaction of ours, one that Prisma begins is part of it. */
export class SharedPool extends pg.Pool {
  /** One for both: a connection knows a name for one statement only. */
  readonly nameOf = preparedNames()
  readonly ours = new AsyncLocalStorage<pg.PoolClient>()

  override connect(): Promise<pg.PoolClient>
  override connect(done: Done): void
  override connect(done?: Done): Promise<pg.PoolClient> | void {
    if (done) return super.connect(done)
    const client = this.ours.getStore()
    return client ? Promise.resolve(lent(client)) : super.connect()
  }
}

type Limits = { timeout: number; maxWait: number }
type Prismas<Tx> = Tx & { $transaction: <Value>(run: (tx: Tx) => Promise<Value>, limits: Limits) => Promise<Value> }
type Ask<Tx, Value> = { pool: SharedPool; prisma: Prismas<Tx>; limits: Limits; reads: boolean; run: (tx: Tx) => Promise<Value> }

/**
 * One READ COMMITTED transaction on one connection. SQL of our own (`$queryRaw`, `$executeRaw`) goes straight to it; Prisma joins when the first query
 * of a model is asked. Who only reads can write nothing, and does not wait for its end.
 */
export async function transaction<Tx extends object, Value>({ pool, prisma, limits, reads, run }: Ask<Tx, Value>): Promise<Value> {
  const client = await pool.connect()
  // Without a listener a lost connection would end the process; whatever is under way on it is told.
  client.on("error", unheard)
  const prismas = joining<Tx>((begun) => pool.ours.run(client, () => prisma.$transaction(begun, limits)))
  let value: Value
  try {
    await client.query(reads ? "BEGIN READ ONLY" : "BEGIN")
    value = await run(shared<Tx>(prisma, straightOn({ client, nameOf: pool.nameOf }), prismas.join))
    await prismas.leave()
  } catch (error) {
    await prismas.leave().catch(unheard)
    await end(client, "ROLLBACK").catch(unheard)
    throw error
  }
  const ended = end(client, "COMMIT")
  if (reads) ended.catch(unheard)
  else await ended
  return value
}

function unheard(): void {}

// PostgreSQL answers a COMMIT with ROLLBACK where a statement had failed before.
async function end(client: pg.PoolClient, how: "COMMIT" | "ROLLBACK"): Promise<void> {
  const failure = await client.query(how).then(({ command }) => (command === how ? undefined : new Error(`${how} became ${command}`)), (error: Error) => error)
  client.removeListener("error", unheard)
  client.release(failure)
  if (failure) throw failure
}

const nothing = { rows: [], fields: [], rowCount: 0 }

// Prisma neither begins nor ends what is ours, and gives back nothing.
function lent(client: pg.PoolClient): pg.PoolClient {
  const query = (asked: pg.QueryConfig) => (["BEGIN", "COMMIT", "ROLLBACK"].includes(asked.text) ? Promise.resolve(nothing) : client.query(asked))
  return new Proxy(client, { get: (target, name) => (name === "query" ? query : name === "release" ? unheard : Reflect.get(target, name)) })
}

// Prisma's transaction begins when it is first asked for, and lasts until it is left.
function joining<Tx extends object>(begin: (run: (tx: Tx) => Promise<void>) => Promise<void>): { join: () => Promise<Tx>; leave: () => Promise<void> } {
  let joined: Promise<Tx> | undefined
  let whole: Promise<void> = Promise.resolve()
  let leave = unheard
  const left = new Promise<void>((resolve) => (leave = resolve))
  const join = () => (joined ??= new Promise<Tx>((resolve, reject) => {
    whole = begin((tx) => (resolve(tx), left))
    whole.catch(reject)
  }))
  return { join, leave: () => (leave(), whole) }
}

function shared<Tx extends object>(prisma: Tx, straight: Record<string, unknown>, join: () => Promise<Tx>): Tx {
  return new Proxy(prisma, { get: (_, name) => (typeof name === "symbol" || name === "then" ? undefined : straight[name] ?? later(join, [name])) })
}

// `tx.model.findMany(…)`, asked of Prisma's transaction when that is there.
function later(join: () => Promise<object>, path: string[]): unknown {
  return new Proxy(unheard, {
    get: (_, name) => (typeof name === "symbol" || name === "then" ? undefined : later(join, [...path, name])),
    apply: async (_, __, given) => {
      let [of, method]: unknown[] = [undefined, await join()]
      for (const name of path) [of, method] = [method, Reflect.get(Object(method), name)]
      return typeof method === "function" ? Reflect.apply(method, of, given) : undefined
    },
  })
}
