// Runs before each file of tests/database: the environment that npm start would give the server, on the worker's database.
import { mkdirSync } from "node:fs"
import path from "node:path"
import { inject } from "vitest"
import { workerDatabase } from "./database.ts"

const { appUrl } = await workerDatabase()
// A store of its own, as the database is: what others write meanwhile is not there.
const data = path.join(inject("dataFolder"), process.env.VITEST_POOL_ID ?? "0")
mkdirSync(data, { recursive: true })
Object.assign(process.env, {
  DATABASE_URL: "",
  DATABASE_APP_URL: appUrl,
  KEYPOINT_AUTH_SECRET: "only-for-tests-only-for-tests-only",
  KEYPOINT_DATA: data,
  KEYPOINT_URL: "http://localhost:3000",
})
