import { spawn } from "node:child_process"
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { z } from "zod"
import { appUrlFor } from "@/lib/platform/migrate/role"
import { stopPostgres } from "../postgres/cluster"
import { ownerName } from "../postgres/initialise"
import { freePort } from "../postgres/port"

const root = path.resolve(import.meta.dirname, "../..")
const secretsSchema = z.object({ ownerPassword: z.string(), appPassword: z.string(), authSecret: z.string() })
const launcherSchema = z.object({ postgresPort: z.number(), postgresHome: z.string() })

export type Product = { url: string; data: string; ownerUrl: string; appUrl: string; authSecret: string; log: string; stop: () => Promise<void> }

/** The production build with the demonstration, on a data folder and a port of its own; what it says goes to standard error. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(path.join(tmpdir(), "keypoint-bench-"))
  await chmod(folder, 0o711)
  const data = path.join(folder, "data")
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), KEYPOINT_DATA: data, KEYPOINT_SEED: "demo", KEYPOINT_URL: "", DATABASE_URL: "", DATABASE_APP_URL: "", KEYPOINT_MEASURED: "yes" },
    stdio: ["ignore", "pipe", "inherit"],
  })
  let said = ""
  child.stdout.on("data", (chunk) => {
    said += String(chunk)
    process.stderr.write(chunk)
  })
  const ended = new Promise((resolve) => child.once("exit", resolve))
  let over = false
  void ended.then(() => (over = true))
  const stop = async () => {
    child.kill("SIGTERM")
    await ended
    await clear(folder, data)
  }
  while (!said.includes("Stop with Ctrl+C")) {
    if (over) throw new Error("the product did not start")
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const secrets = secretsSchema.parse(JSON.parse(await readFile(path.join(data, "secrets.json"), "utf8")))
  const launcher = launcherSchema.parse(JSON.parse(await readFile(path.join(data, "launcher.json"), "utf8")))
  const pid = await readFile(path.join(launcher.postgresHome, "cluster/postmaster.pid"), "utf8")
  const ownerUrl = `postgresql://${ownerName}:${secrets.ownerPassword}@127.0.0.1:${pid.split("\n")[3]}/keypoint`
  return { url: `http://127.0.0.1:${port}`, data, ownerUrl, appUrl: appUrlFor(ownerUrl, secrets.appPassword), authSecret: secrets.authSecret, log: path.join(launcher.postgresHome, "postgres.log"), stop }
}


async function clear(folder: string, data: string): Promise<void> {
  const launcher = launcherSchema.safeParse(JSON.parse(await readFile(path.join(data, "launcher.json"), "utf8").catch(() => "{}")))
  const home = launcher.data?.postgresHome
  if (home) {
    const pid = Number((await readFile(path.join(home, "cluster/postmaster.pid"), "utf8").catch(() => "")).split("\n")[0])
    if (pid > 0) await stopPostgres(pid)
    await rm(home, { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
}
