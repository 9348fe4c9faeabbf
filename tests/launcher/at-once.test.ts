import { afterEach, expect, test } from "vitest"
import { clearAway, dataFolder, freePort, health, processesOf, start, startHealthy } from "./product.ts"

let data = ""

afterEach(() => clearAway(data))

test("of two first starts at once in one folder one serves, and the other says so", async () => {
  data = await dataFolder()
  const ports = [await freePort(), await freePort()]
  const both = ports.map((port) => start({ KEYPOINT_DATA: data, PORT: String(port) }))
  const refused = await Promise.race(both.map(async (one) => ({ one, status: await one.ended })))
  expect(refused.status).toBe(1)
  expect(refused.one.output()).toContain("Keypoint runs already with this KEYPOINT_DATA")
  const [serving] = both.filter((one) => one !== refused.one)
  await expect.poll(serving?.output ?? String, { timeout: 60_000 }).toContain("Stop with Ctrl+C")
  process.kill(serving?.pid ?? 0, "SIGTERM")
  expect(await serving?.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})

test("killed -9, npm takes the server with it, and the next start need not wait until somebody ends it", async () => {
  data = await dataFolder()
  const port = await freePort()
  const npm = await startHealthy(data, port, 240_000, "none", true)
  process.kill(npm.pid, "SIGKILL")
  const next = await startHealthy(data, port, 20_000)
  expect(await health(port)).toMatchObject({ status: 200 })
  process.kill(next.pid, "SIGTERM")
  expect(await next.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})

test("killed -9, npm leaves no process", async () => {
  data = await dataFolder()
  const npm = await startHealthy(data, await freePort(), 240_000, "none", true)
  process.kill(npm.pid, "SIGKILL")
  await expect.poll(() => processesOf(data), { timeout: 10_000 }).toEqual([])
})
