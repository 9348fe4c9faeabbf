import { EventEmitter } from "node:events"
import { PrismaPg } from "@prisma/adapter-pg"
import { ColumnTypeEnum, DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import pg from "pg"

const character = 18 // the catalogue's "char", unknown to the adapter
const text = 25

type Description = { fields: { dataTypeID: number }[] }

/** A pool of one connection, and which columns of its last result were characters: the adapter is told that they are text. */
function openPool(connectionString: string) {
  const last = { characters: new Set<number>() }
  const pool = new pg.Pool({ connectionString, max: 1, allowExitOnIdle: true })
  pool.on("connect", (client) => {
    const connection: unknown = Reflect.get(client, "connection")
    if (!(connection instanceof EventEmitter)) return
    connection.prependListener("rowDescription", ({ fields }: Description) => {
      last.characters = new Set(fields.flatMap((field, index) => (field.dataTypeID === character ? [index] : [])))
      for (const index of last.characters) Object.assign(fields[index] ?? {}, { dataTypeID: text })
    })
  })
  return { pool, last }
}

// Notes the end of a migration in the transaction that applied it: cut off in between, it would be applied twice.
const finish = `
;do $$ begin
  if to_regclass('public._prisma_migrations') is not null then
    update public._prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;
  end if;
end $$`

function translate(error: unknown) {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = "", severity = "ERROR", message, detail, column, hint } = error
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint })
}

async function connect({ pool, last }: ReturnType<typeof openPool>) {
  const adapter = await new PrismaPg(pool).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const columnTypes = result.columnTypes.map((type, index) => (last.characters.has(index) ? ColumnTypeEnum.Character : type))
    return { ...result, columnTypes }
  }
  // The adapter's own cuts scripts at every semicolon, also inside functions. Sent whole, a script is also one transaction.
  adapter.executeScript = async (script) => {
    await pool.query(script + finish).catch((error: unknown) => {
      throw translate(error)
    })
  }
  return adapter
}

/** The engine's way to the database at `url`. Its shadow database, for drafting, stays: only on throw-away servers. */
export function migrationAdapter(url: string) {
  const pools: pg.Pool[] = []
  const open = (address: string) => {
    const opened = openPool(address)
    pools.push(opened.pool)
    return connect(opened)
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(url),
    async connectToShadowDb() {
      const main = await open(url)
      await main.underlyingDriver().query("create database shadow")
      return open(Object.assign(new URL(url), { pathname: "/shadow" }).toString())
    },
  }
  const close = () => Promise.all(pools.map((pool) => pool.end()))
  return { factory, close }
}
