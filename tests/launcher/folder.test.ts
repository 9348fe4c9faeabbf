import { readFile, stat } from "node:fs/promises"
import path from "node:path"
import { afterAll, expect, test } from "vitest"
import { clearAway, dataFolder, freePort, health, startHealthy } from "./product.ts"

const data = await dataFolder(true)
const isRoot = process.getuid?.() === 0

afterAll(() => clearAway(data))

test("it runs in a folder that others may not enter, also as root", async () => {
  expect((await stat(path.dirname(data))).mode & 0o777).toBe(0o700)
  const port = await freePort()
  const started = await startHealthy(data, port)
  expect(await health(port)).toMatchObject({ status: 200 })
  const home = String(JSON.parse(await readFile(path.join(data, "launcher.json"), "utf8")).postgresHome)
  expect(home.startsWith(data)).toBe(!isRoot)
  expect(started.output().includes(`kept in ${home}`)).toBe(isRoot)
  process.kill(started.pid, "SIGTERM")
  await started.ended
  const again = await startHealthy(data, port, 10_000)
  expect(JSON.parse(await readFile(path.join(data, "launcher.json"), "utf8")).postgresHome).toBe(home)
  process.kill(again.pid, "SIGTERM")
  expect(await again.ended).toBe(0)
})

test("secrets are for the owner alone", async () => {
  expect((await stat(path.join(data, "secrets.json"))).mode & 0o777).toBe(0o600)
})
