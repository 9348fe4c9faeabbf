import { createServer } from "node:http"
import { afterAll, expect, test } from "vitest"
import { clearAway, dataFolder, freePort, start } from "./product.ts"

const data = await dataFolder()

afterAll(() => clearAway(data))

test("each wrong value is told in a line of its own", async () => {
  const refused = start({ KEYPOINT_DATA: data, PORT: "80a", KEYPOINT_SEED: "test", DATABASE_URL: "mysql://a/b" })
  expect(await refused.ended).toBe(1)
  const lines = refused.output().trim().split("\n")
  expect(lines).toContain("PORT must be a whole number from 1 to 65535")
  expect(lines).toContain("KEYPOINT_SEED must be demo, handbook or none")
  expect(lines).toContain("DATABASE_URL must be an address that begins with postgresql: or postgres:")
})

test("a database that does not answer is told in one line, without its password", async () => {
  const refused = start({ KEYPOINT_DATA: data, PORT: String(await freePort()), DATABASE_URL: "postgresql://owner:secret@127.0.0.1:1/keypoint" })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain("The database at 127.0.0.1:1 does not answer")
  expect(refused.output()).not.toContain("secret")
})

test("a port that is taken is told at once", async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = String(address && typeof address === "object" ? address.port : 0)
  const refused = start({ KEYPOINT_DATA: data, PORT: port })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain(`Port ${port} is taken by another program: set PORT.`)
  server.close()
})
