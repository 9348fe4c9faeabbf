import { spawn } from "node:child_process"
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { isAlive } from "../../scripts/postgres/processes.ts"
import { freePort } from "../../scripts/postgres/port.ts"

const root = path.resolve(import.meta.dirname, "../..")

type Started = { pid: number; output: () => string; ended: Promise<number | string> }

/** A data folder of its own, which others may pass through unless `closed`. */
export async function dataFolder(closed = false) {
  const folder = await mkdtemp(path.join(tmpdir(), "keypoint-launcher-"))
  if (!closed) await chmod(folder, 0o711)
  return path.join(folder, "data")
}

/**
 * `npm start` without npm, on this data folder; nothing of the caller's own environment is taken over. `shell`: a shell stands
 * where npm would, and its id is returned.
 */
export function start(environment: Record<string, string>, shell = false): Started {
  const words = [process.execPath, path.join(root, "scripts/start.mjs")]
  const [command = "", ...rest] = shell ? ["/bin/sh", "-c", '"$@"; exit $?', "sh", ...words] : words
  const child = spawn(command, rest, {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "production", DATABASE_URL: "", KEYPOINT_SEED: "none", ...(shell ? { npm_lifecycle_event: "start" } : {}), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (chunk) => (output += String(chunk)))
  child.stderr.on("data", (chunk) => (output += String(chunk)))
  const ended = new Promise<number | string>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal ?? "")))
  return { pid: child.pid ?? 0, output: () => output, ended }
}

/** The answer of `/api/health`, or undefined while there is none. */
export async function health(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
  const answer: unknown = await response?.json().catch(() => undefined)
  return response && { status: response.status, answer }
}

/** Starts and waits until it is healthy; returns how many milliseconds that took. */
export async function startHealthy(data: string, port: number, limit = 240_000, seed = "none", shell = false) {
  const since = Date.now()
  const started = start({ KEYPOINT_DATA: data, PORT: String(port), KEYPOINT_SEED: seed }, shell)
  let over = false
  void started.ended.then(() => (over = true))
  while (!started.output().includes("Stop with Ctrl+C")) {
    if (over || Date.now() - since > limit) throw new Error(`it did not become healthy:\n${started.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { ...started, took: Date.now() - since }
}

/** The id of the first process of this folder's PostgreSQL. */
export async function databaseOf(data: string) {
  const home: unknown = JSON.parse(await readFile(path.join(data, "launcher.json"), "utf8")).postgresHome
  return Number((await readFile(path.join(String(home), "cluster/postmaster.pid"), "utf8")).split("\n")[0])
}

/** The ids of all processes that mention this folder's PostgreSQL or were noted in it. */
export async function processesOf(data: string) {
  const noted = await readdir(path.join(data, "running")).catch(() => [])
  const state = await readFile(path.join(data, "launcher.json"), "utf8").catch(() => "{}")
  const home: unknown = JSON.parse(state).postgresHome
  const first = typeof home === "string" ? await readFile(path.join(home, "cluster/postmaster.pid"), "utf8").catch(() => "") : ""
  const pids = [...noted.map((name) => Number.parseInt(name, 10)), Number(first.split("\n")[0])]
  return pids.filter((pid) => pid > 0 && isAlive(pid))
}

/** Ends what a test left, and removes its folder and the private one of its PostgreSQL. */
export async function clearAway(data: string) {
  for (const pid of await processesOf(data)) process.kill(pid, "SIGKILL")
  const state = await readFile(path.join(data, "launcher.json"), "utf8").catch(() => "{}")
  const home: unknown = JSON.parse(state).postgresHome
  if (typeof home === "string") await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  await rm(path.dirname(data), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

export { freePort }
