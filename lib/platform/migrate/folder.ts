import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"

const prisma = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../prisma")

/** The folder of migrations: ordinary Prisma migrations. */
export const migrationsFolder = path.join(prisma, "migrations")

/** What Prisma writes beside the migrations. */
export const lock = 'provider = "postgresql"\n'

/** The schema files, as pairs of path and content. */
export async function readSchema() {
  const folder = path.join(prisma, "schema")
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort()
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [path.join(folder, name), await readFile(path.join(folder, name), "utf8")]),
  )
}

async function read(file: string) {
  return existsSync(file) ? readFile(file, "utf8") : null
}

/** Reads prisma/migrations in the shape that the engine wants. */
export async function readMigrations() {
  const entries = existsSync(migrationsFolder) ? await readdir(migrationsFolder, { withFileTypes: true }) : []
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8") },
      },
    })),
  )
  const lockfile = { path: "migration_lock.toml", content: lock }
  return { baseDir: migrationsFolder, lockfile, shadowDbInitScript: "", migrationDirectories }
}

/** prisma/grants.sql: what the powerless role may do, run after every migration; null while there is none. */
export function readGrants() {
  return read(path.join(prisma, "grants.sql"))
}
