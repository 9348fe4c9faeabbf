import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"

/** The account that Postgres runs under: none (our own), or, since Postgres refuses root, the user postgres. */
export type Account = { uid: number; gid: number } | undefined

function find(): Account {
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith("postgres:"))
  const [, , uid, gid] = line?.split(":") ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Finds the account for Postgres; as root makes the user postgres where there is none. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  const found = find()
  if (found) return found
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], { encoding: "utf8" })
  const account = find()
  if (!account) throw new Error(`PostgreSQL does not run as root, and the user postgres could not be made: ${made.stderr || made.error?.message}`)
  return account
}

/** Whether the account can enter this folder. */
export function canEnter(account: Account, folder: string) {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0
}

/** Whether the account can run this program. */
export function canRun(account: Account, program: string) {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0
}
