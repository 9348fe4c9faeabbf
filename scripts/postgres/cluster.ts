import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync, statSync } from "node:fs"
import { rm } from "node:fs/promises"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { type Account, postgresAccount } from "./account.ts"
import { binariesFor } from "./binaries.ts"
import { initialiseCluster, ownerName } from "./initialise.ts"
import { freePort } from "./port.ts"
import { commandOf, isAlive, signal, waitForEnd } from "./processes.ts"
import { settings } from "./settings.ts"

/** A running embedded PostgreSQL. `adopted`: it ran already, left over from before. */
export type Cluster = { port: number; pid: number; adopted: boolean; url: (database: string) => string; stop: () => Promise<void> }

/** Where a cluster lives and how: not `durable` (fsync off) is for throw-away ones only. */
export type ClusterOptions = { home: string; password: string; port?: number | undefined; durable: boolean; account?: Account }

function readPid(folder: string) {
  try {
    return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0])
  } catch {
    return undefined
  }
}

function readPort(folder: string) {
  return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[3])
}

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    // 28P01: wrong password, which waiting does not mend.
    if (error instanceof Error && "code" in error && error.code === "28P01") throw new Error("The embedded PostgreSQL refuses the password in secrets.json: put back the one that belongs to it.", { cause: error })
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Stops a cluster by the id of its first process: connections are ended, all is written, nothing need be recovered. */
export async function stopPostgres(pid: number) {
  signal(pid, "SIGINT")
  if (await waitForEnd(pid, 6000)) return
  // Immediate: the next start recovers from the write-ahead log, so nothing is lost.
  signal(pid, "SIGQUIT")
  await waitForEnd(pid, 2000)
}

function describeCluster(folder: string, pid: number, password: string, adopted: boolean): Cluster {
  const port = readPort(folder)
  return { port, pid, adopted, url: (database) => ownerUrl(port, password, database), stop: () => stopPostgres(pid) }
}

function ownerUrl(port: number, password: string, database: string) {
  return `postgresql://${ownerName}:${password}@127.0.0.1:${port}/${database}`
}

/** The cluster of `folder` that runs already, or undefined; a pid file that means some other process is removed. */
async function adopt(folder: string, password: string) {
  const pid = readPid(folder)
  if (!pid) return undefined
  if (!isAlive(pid) || !commandOf(pid).includes(folder)) {
    await rm(path.join(folder, "postmaster.pid"), { force: true })
    return undefined
  }
  for (let attempt = 0; attempt < 100 && isAlive(pid); attempt++) {
    if (await answers(ownerUrl(readPort(folder), password, "postgres"))) return describeCluster(folder, pid, password, true)
    await sleep(100)
  }
  await stopPostgres(pid)
  return undefined
}

function openLog(home: string) {
  const file = path.join(home, "postgres.log")
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
  return { file, descriptor: openSync(file, tooLong ? "w" : "a", 0o600) }
}

async function launch(folder: string, binaries: string, port: number, options: ClusterOptions, account: Account) {
  const { file, descriptor } = openLog(options.home)
  // Detached: Ctrl+C in a terminal reaches the launcher alone, which stops the parts in their order.
  const child = spawn(path.join(binaries, "postgres"), ["-D", folder, ...settings(port, options.durable)], {
    ...account,
    cwd: folder,
    detached: true,
    env: { LC_ALL: "C", NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", descriptor, descriptor],
  })
  closeSync(descriptor)
  child.unref()
  let failed = ""
  child.once("error", (error) => (failed = error.message))
  child.once("exit", (code) => (failed = `status ${code}`))
  const until = Date.now() + 120_000
  while (!failed && Date.now() < until) {
    if (await answers(ownerUrl(port, options.password, "postgres"))) return describeCluster(folder, child.pid ?? 0, options.password, false)
    await sleep(40)
  }
  const words = readFileSync(file, "utf8").trim().split("\n").slice(-4).join("\n")
  throw new Error(`PostgreSQL did not start (${failed || "no answer in two minutes"}); ${file} ends with:\n${words}`)
}

/** Starts the cluster in `home`, making it first when there is none and adopting the one that runs already. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = options.account ?? postgresAccount()
  const binaries = await binariesFor(account, options.home)
  const folder = await initialiseCluster({ ...options, account, binaries })
  const running = await adopt(folder, options.password)
  if (running) return running
  let failure: unknown
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort(attempt === 0 ? options.port : undefined)
    try {
      return await launch(folder, binaries, port, options, account)
    } catch (error) {
      // After kill -9 the last connections of the old server may take a moment to end; or the port was taken meanwhile.
      failure = error
      await sleep(500)
    }
  }
  throw failure
}
