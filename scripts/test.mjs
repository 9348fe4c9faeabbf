// npm test: everything, or `npm test -- unit|database|access|launcher|e2e [file…]`. The last line adds up all runners.
import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { generate } from "./generate.mjs"
import { install, node, root } from "./install.mjs"
import { installTools } from "./tools.mjs"

const parts = ["unit", "database", "access", "launcher", "e2e"]
const words = process.argv.slice(2)
const named = words.filter((word) => parts.includes(word))
const others = words.filter((word) => !parts.includes(word))
const wanted = named.length > 0 ? named : parts

process.chdir(root)
await install()
await installTools()
generate()

// Others may pass through: PostgreSQL runs as another user than root.
const folder = mkdtempSync(path.join(tmpdir(), "keypoint-test-"))
chmodSync(folder, 0o711)
const totals = { passed: 0, failed: 0, skipped: 0 }

/** Runs one runner and adds its figures; a runner that fails without a failed test counts as one. */
async function runner(args, environment, figures) {
  const child = spawn(node, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`, DATABASE_URL: "", DATABASE_APP_URL: "", ...environment },
  })
  const handOn = (signal) => child.kill(signal)
  process.on("SIGINT", handOn).on("SIGTERM", handOn)
  const status = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)).once("error", () => resolve(1)))
  process.off("SIGINT", handOn).off("SIGTERM", handOn)
  const { passed = 0, failed = 0, skipped = 0 } = read(figures)
  totals.passed += passed
  totals.failed += failed || (status === 0 ? 0 : 1)
  totals.skipped += skipped
}

function read(figures) {
  try {
    return figures()
  } catch {
    return {}
  }
}

async function vitest(projects) {
  const file = path.join(folder, "vitest.json")
  const chosen = projects.flatMap((project) => ["--project", project])
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  await runner([path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--passWithNoTests", ...chosen, ...reporters, ...others], {}, () => {
    const result = JSON.parse(readFileSync(file, "utf8"))
    return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests + result.numTodoTests }
  })
}

async function playwright() {
  const file = path.join(folder, "playwright.json")
  const environment = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, KEYPOINT_E2E_DATA: path.join(folder, "data") }
  await runner([path.join(root, "node_modules/@playwright/test/cli.js"), "test", "--pass-with-no-tests", "--reporter=list,json", ...others], environment, () => {
    const { stats } = JSON.parse(readFileSync(file, "utf8"))
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  })
}

const projects = wanted.filter((part) => part !== "e2e")
if (projects.length > 0) await vitest(projects)
if (wanted.includes("e2e")) await playwright()
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`)
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)
