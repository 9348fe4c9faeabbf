// One command checks everything. `npm run check -- PART…` runs only the named parts.
import { spawn, spawnSync } from "node:child_process"
import { install, node, root } from "./install.mjs"

process.chdir(root)
await install()
run(node, ["scripts/generate.mjs"])

// Two processes at a time: the compiler on one core, everything else on the other.
const everything = [["types"], ["lint", "unused", "rooms", "imports", "lengths", "messages", "texts", "lifecycles", "words", "catalogue", "assertions"]]
const wanted = process.argv.slice(2)
const groups = wanted.length > 0 ? [wanted] : everything
const started = performance.now()
const results = await Promise.all(groups.map(check))
const seconds = ((performance.now() - started) / 1000).toFixed(1)
const failed = results.some((status) => status !== 0)
process.stdout.write(`${failed ? "check failed" : "check passed"} in ${seconds} s\n`)
process.exitCode = failed ? 1 : 0

/** @param {string[]} parts */
function check(parts) {
  return new Promise((resolve) => {
    spawn(node, ["--import", "tsx", "scripts/check/main.ts", ...parts], { stdio: "inherit" }).on("close", resolve)
  })
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}\n${command} ${args.join(" ")} failed\n`)
  process.exit(1)
}
