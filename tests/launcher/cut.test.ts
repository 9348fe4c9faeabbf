import { existsSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { clearAway, databaseOf, dataFolder, freePort, health, processesOf, start, startHealthy } from "./product.ts"

let data = ""

afterEach(() => clearAway(data))

// From before the first file is written, through the making of the cluster and its first start, to the migrations.
test.each([60, 200, 400, 900])("a first start killed after %i ms leaves nothing that stops the next", async (moment) => {
  data = await dataFolder()
  const port = await freePort()
  const killed = start({ KEYPOINT_DATA: data, PORT: String(port) })
  await sleep(moment)
  process.kill(killed.pid, "SIGKILL")
  await killed.ended
  const next = await startHealthy(data, port)
  expect(await health(port)).toMatchObject({ status: 200 })
  process.kill(next.pid, "SIGTERM")
  expect(await next.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})

test("a demonstration cut off in the middle is made anew, and its password told when it is complete", async () => {
  data = await dataFolder()
  const environment = { KEYPOINT_DATA: data, PORT: String(await freePort()), KEYPOINT_SEED: "demo" }
  const killed = start(environment)
  while (!killed.output().includes("Database: ready")) await sleep(50)
  await sleep(2500)
  process.kill(killed.pid, "SIGKILL")
  await killed.ended
  expect(killed.output()).not.toContain("Password of all of them")
  const next = await startHealthy(data, Number(environment.PORT), 240_000, "demo")
  expect(next.output()).toMatch(/Password of all of them: [\w-]{12}\n/)
  process.kill(next.pid, "SIGTERM")
  expect(await next.ended).toBe(0)
})

test("stopped while it is still starting, it leaves no process", async () => {
  data = await dataFolder()
  const stopped = start({ KEYPOINT_DATA: data, PORT: String(await freePort()) })
  while (!existsSync(path.join(data, "launcher.json"))) await sleep(20)
  process.kill(stopped.pid, "SIGTERM")
  expect(await stopped.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})

test("a database killed under a running server is started again, and nothing is left when it stops", async () => {
  data = await dataFolder()
  const port = await freePort()
  const running = await startHealthy(data, port)
  process.kill(await databaseOf(data), "SIGKILL")
  while (!running.output().includes("started again")) await sleep(50)
  let status = 0
  for (let attempt = 0; attempt < 100 && status !== 200; attempt++) {
    await sleep(100)
    status = (await health(port))?.status ?? 0
  }
  expect(status).toBe(200)
  process.kill(running.pid, "SIGTERM")
  expect(await running.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})
