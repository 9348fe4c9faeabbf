// Runs before node_modules exists, so it must bear Node 20. Installs the packages when they are not those of package-lock.json.
import { spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { takeTurn } from "./launch/turn.mjs"

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
export const node = path.join(root, "node_modules/node/bin/node")

function packagesOf(file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages
}

/** Whether node_modules is what package-lock.json wants: npm writes its own list there as the last thing it does. */
export function isInstalled() {
  if (!existsSync(node) || !existsSync(path.join(root, "node_modules/.package-lock.json"))) return false
  const wanted = packagesOf("package-lock.json")
  const found = packagesOf("node_modules/.package-lock.json")
  return Object.entries(wanted).every(([name, entry]) => {
    if (!name) return true
    return found[name] ? found[name].version === entry.version : Boolean(entry.optional || entry.peer)
  })
}

const modules = path.join(root, "node_modules")
// Without it an npm left over would go on writing where the next one works.
const leash = pathToFileURL(path.join(root, "scripts/launch/leash.mjs")).href
const installing = ["install", "--no-save", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]

/**
 * One npm install; signals are handed on to it. Not npm ci, which refuses a lock file that does not list the binaries
 * for other systems, and npm leaves those out when it writes one.
 */
async function npm() {
  // Under the Node that npm itself runs with, unless that is node_modules' own, which npm may replace.
  const script = process.env.npm_execpath ?? ""
  const ownNode = script.endsWith(".js") && !process.execPath.startsWith(modules)
  const [command, first] = ownNode ? [process.execPath, ["--import", leash, script]] : ["npm", []]
  const child = spawn(command, [...first, ...installing], {
    cwd: root,
    stdio: ["ignore", 2, 2, "ipc"],
    env: { ...process.env, KEYPOINT_LEASH: String(process.pid), KEYPOINT_LEASH_SIGNAL: "SIGKILL" },
  })
  let cut = false
  const handOn = (signal) => {
    cut = true
    child.kill(signal)
    // It first takes back what it has done, for longer than whoever asked will wait; the next start begins anew anyway.
    setTimeout(() => child.kill("SIGKILL"), 5000).unref()
  }
  process.on("SIGINT", handOn).on("SIGTERM", handOn)
  const status = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)).once("error", () => resolve(1)))
  process.off("SIGINT", handOn).off("SIGTERM", handOn)
  if (cut) process.exit(1)
  return status
}

/** Installs what is missing, telling how long it takes. Ends the process when it fails. */
export async function install() {
  if (isInstalled()) return
  // Two at once would remove each other's files, and npm would not notice.
  const give = await takeTurn(path.join(root, ".installing"), () => process.stderr.write("Another start installs packages here: waiting for it\n"))
  process.once("exit", give)
  if (!isInstalled()) await installAnew()
  process.off("exit", give)
  give()
}

async function installAnew() {
  const since = Date.now()
  const report = (word) => process.stderr.write(`${word}: ${Math.round((Date.now() - since) / 1000)} s\n`)
  process.stderr.write("Installing packages (once; a minute or two)\n")
  const ticker = setInterval(report, 10_000, "Installing packages")
  let status = 1
  for (let attempt = 0; attempt < 2 && !isInstalled(); attempt++) {
    // What was cut off in the middle cannot be trusted: npm would not run its install scripts again.
    if (attempt > 0 || !existsSync(path.join(modules, ".package-lock.json"))) rmSync(modules, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    status = await npm()
  }
  clearInterval(ticker)
  if (isInstalled()) return report("Packages installed")
  process.stderr.write(`npm install did not install what package-lock.json lists (status ${status})\n`)
  process.exit(1)
}

/**
 * Under `npm start` and `npm run dev`: ends as by SIGTERM when npm is gone. npm passes signals on, but not kill -9. The next start
 * is told by KEYPOINT_STARTED_BY whose this one was.
 */
export function endWithNpm() {
  const parent = process.ppid
  if (!["start", "dev"].includes(process.env.npm_lifecycle_event)) return
  process.env.KEYPOINT_STARTED_BY = String(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, "SIGTERM")
  }, 500)
  watch.unref()
}

/** Runs a TypeScript file under Node 24, in this process if that is it; `paths` are the `@/` of the product's own code. */
export async function run(file, { paths = false, args = process.argv.slice(2) } = {}) {
  if (Number(process.versions.node.split(".")[0]) >= 24) {
    process.argv = [process.argv[0], path.join(root, file), ...args]
    if (paths) (await import("tsx/esm/api")).register()
    await import(path.join(root, file))
    return
  }
  const options = paths ? ["--import", "tsx"] : []
  const child = spawn(node, [...options, path.join(root, file), ...args], { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] })
  // Ctrl+C in a terminal reaches the child by itself; a second one there would cut its tidying short.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"))
  process.on("SIGTERM", () => child.kill("SIGTERM"))
  process.exit(await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1))))
}
