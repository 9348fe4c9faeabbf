import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { draftMigration } from "../lib/platform/migrate/engine.ts"
import { lock, migrationsFolder } from "../lib/platform/migrate/folder.ts"
import { startThrowaway } from "./postgres/throwaway.ts"

const name = process.argv[2]
if (!name) {
  console.error("usage: node scripts/migration.mjs NAME")
  process.exit(2)
}
// Constraints named kp_… are written by hand: Prisma does not know them and would drop them.
const ours = /-- DropForeignKey\nALTER TABLE "\w+" DROP CONSTRAINT "kp_\w+";\n\n?/g
const postgres = await startThrowaway()
try {
  const sql = (await draftMigration(postgres.url("postgres")))?.replaceAll(ours, "")
  if (!sql || sql.trim() === "-- This is an empty migration.") {
    console.log("prisma/migrations leads to prisma/schema already: nothing to write")
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
    const folder = path.join(migrationsFolder, `${stamp}_${name.replace(/\W+/g, "_")}`)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, "migration.sql"), sql)
    await writeFile(path.join(migrationsFolder, "migration_lock.toml"), lock)
    console.log(path.relative(process.cwd(), path.join(folder, "migration.sql")))
  }
} finally {
  await postgres.stop()
}
