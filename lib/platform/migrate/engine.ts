import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg"
import { migrationAdapter } from "./adapter.ts"
import { readMigrations, readSchema } from "./folder.ts"

const filters = { externalTables: [], externalEnums: [] }
const require = createRequire(import.meta.url)
let loaded: Promise<void> | undefined

async function load() {
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"))
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"))
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...bindings } })
  // The engine tells a panic of its own through this name.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => process.stderr.write(`${words}\n`) } })
  bindings.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === "function") begin()
}

/** Prisma's own migration engine as WebAssembly, on the database at `url`; `run` gets it, and all is closed afterwards. */
async function withEngine<T>(url: string, run: (engine: bindings.SchemaEngine) => Promise<T>) {
  await (loaded ??= load())
  const adapter = migrationAdapter(url)
  const bound = bindMigrationAwareSqlAdapterFactory(adapter.factory)
  const engine = await bindings.SchemaEngine.new({ datamodels: await readSchema() }, () => {}, bound)
  try {
    return await run(engine)
  } finally {
    engine.free()
    await adapter.close()
  }
}

/** Applies what is missing of prisma/migrations and returns their names. Throws with Prisma's words when one fails. */
export function applyMigrations(url: string) {
  return withEngine(url, async (engine) => {
    const migrationsList = await readMigrations()
    const history = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters })
    // A migration runs in one implicit transaction, so one that was cut off left nothing: it may be tried again.
    for (const migrationName of history.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
    return appliedMigrationNames
  })
}

/** The SQL that leads from prisma/migrations to prisma/schema; `url` names a throw-away server, which keeps a shadow database. */
export function draftMigration(url: string) {
  return withEngine(url, async (engine) => {
    const from = { tag: "migrations" as const, ...(await readMigrations()) }
    const to = { tag: "schemaDatamodel" as const, files: (await readSchema()).map(([file, content]) => ({ path: file, content })) }
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters })
    return stdout ?? ""
  })
}
