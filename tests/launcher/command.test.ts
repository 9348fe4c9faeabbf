import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { afterEach, expect, test } from "vitest"
import { clearAway, dataFolder, freePort, startHealthy } from "./product.ts"

const script = path.resolve(import.meta.dirname, "../../scripts/keypoint.mjs")

let data = ""

afterEach(() => clearAway(data))

test("a link that a command prints leads to the server that runs", async () => {
  data = await dataFolder()
  const port = await freePort()
  const served = await startHealthy(data, port)
  const [email = ""] = /\S+@\S+\w/.exec(served.output()) ?? []
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", KEYPOINT_DATA: data, KEYPOINT_SEED: "none" }
  const { stdout } = await promisify(execFile)(process.execPath, [script, "user", "reset", "--email", email], { env })
  expect(stdout.startsWith(`http://localhost:${port}/set-password/`), stdout).toBe(true)
  process.kill(served.pid, "SIGTERM")
  expect(await served.ended).toBe(0)
})
