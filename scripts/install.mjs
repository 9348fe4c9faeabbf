// Runs before node_modules exists, so it must bear Node 20. Installs the packages when they are not those of package-lock.json.
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

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

function report(since) {
  process.stderr.write(`Installing packages: ${Math.round((Date.now() - since) / 1000)} s\n`)
}

/** Installs what is missing, telling how long it takes; signals are handed on to npm. Ends the process when it fails. */
export async function install() {
  if (isInstalled()) return
  const since = Date.now()
  process.stderr.write("Installing packages (once; a minute or two)\n")
  const ticker = setInterval(() => report(since), 10_000)
  // Not under node_modules' own Node, which npm is about to replace.
  const [command, first] = process.env.npm_execpath?.endsWith(".js") && process.execPath !== node ? [process.execPath, [process.env.npm_execpath]] : ["npm", []]
  const child = spawn(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2] })
  const handOn = (signal) => child.kill(signal)
  process.on("SIGINT", handOn).on("SIGTERM", handOn)
  const status = await new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ? 1 : code)).once("error", () => resolve(1)))
  process.off("SIGINT", handOn).off("SIGTERM", handOn)
  clearInterval(ticker)
  if (status === 0 && isInstalled()) return report(since)
  process.stderr.write(`npm ci did not install the packages (status ${status})\n`)
  process.exit(1)
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
