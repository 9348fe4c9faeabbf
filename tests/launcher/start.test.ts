import { afterAll, expect, test } from "vitest"
import { clearAway, dataFolder, freePort, health, processesOf, start, startHealthy } from "./product.ts"

const data = await dataFolder()
const port = await freePort()

afterAll(() => clearAway(data))

test("it becomes healthy, and SIGTERM within ten seconds leaves no process", async () => {
  const first = await startHealthy(data, port)
  expect(await health(port)).toMatchObject({ status: 200, answer: { status: "ok", database: "ok", storage: "ok", jobs: "ok" } })
  expect((await processesOf(data)).length).toBe(3)
  const since = Date.now()
  process.kill(first.pid, "SIGTERM")
  expect(await first.ended).toBe(0)
  expect(Date.now() - since).toBeLessThan(10_000)
  expect(await processesOf(data)).toEqual([])
  expect(await health(port)).toBeUndefined()
})

test("the next start is healthy within ten seconds, and a second one at the same time is refused", async () => {
  const second = await startHealthy(data, port, 10_000)
  const refused = start({ KEYPOINT_DATA: data, PORT: String(await freePort()) })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain("Keypoint runs already")
  expect(await health(port)).toMatchObject({ status: 200 })
  process.kill(second.pid, "SIGINT")
  expect(await second.ended).toBe(0)
  expect(await processesOf(data)).toEqual([])
})

test("after kill -9 of the launcher the next start takes over what it left", async () => {
  const killed = await startHealthy(data, port, 20_000)
  process.kill(killed.pid, "SIGKILL")
  await killed.ended
  const next = await startHealthy(data, port, 20_000)
  expect(await health(port)).toMatchObject({ status: 200 })
  process.kill(next.pid, "SIGTERM")
  await next.ended
  expect(await processesOf(data)).toEqual([])
})

test("after kill -9 of every process the database recovers", async () => {
  const killed = await startHealthy(data, port, 20_000)
  for (const pid of await processesOf(data)) process.kill(pid, "SIGKILL")
  await killed.ended
  const next = await startHealthy(data, port, 20_000)
  expect(await health(port)).toMatchObject({ status: 200 })
  process.kill(next.pid, "SIGTERM")
  await next.ended
  expect(await processesOf(data)).toEqual([])
})
