import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import type { Account } from "./account.ts"

/** The name of the cluster's superuser, who owns the databases. */
export const ownerName = "keypoint_owner"

type Wanted = { home: string; account: Account; binaries: string; password: string; durable: boolean }

async function removeHalves(home: string) {
  const halves = (await readdir(home)).filter((name) => name.startsWith("cluster.") || name.startsWith("password."))
  await Promise.all(halves.map((name) => rm(path.join(home, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })))
}

/**
 * Makes the cluster in `home/cluster` if there is none, and returns its folder. It is made beside and renamed
 * when complete, so that one cut off in the middle is never taken for a cluster.
 */
export async function initialiseCluster({ home, account, binaries, password, durable }: Wanted) {
  const folder = path.join(home, "cluster")
  if (existsSync(folder)) return folder
  await removeHalves(home)
  const suffix = randomBytes(4).toString("hex")
  const half = path.join(home, `cluster.${suffix}`)
  const passwordFile = path.join(home, `password.${suffix}`)
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) for (const file of [half, passwordFile]) await chown(file, account.uid, account.gid)
  const options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256"]
  const made = spawnSync(
    path.join(binaries, "initdb"),
    [`--pgdata=${half}`, `--username=${ownerName}`, `--pwfile=${passwordFile}`, ...options, ...(durable ? [] : ["--no-sync"])],
    { ...account, cwd: home, encoding: "utf8" },
  )
  await rm(passwordFile, { force: true })
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up in ${home}: ${made.stderr || made.error?.message}`)
  await rename(half, folder)
  return folder
}
