// Runs before each file of tests/database: the environment that npm start would give the server, on the worker's database.
import { inject } from "vitest"
import { workerDatabase } from "./database.ts"

const { appUrl } = await workerDatabase()
Object.assign(process.env, {
  DATABASE_URL: "",
  DATABASE_APP_URL: appUrl,
  KEYPOINT_AUTH_SECRET: "only-for-tests-only-for-tests-only",
  KEYPOINT_DATA: inject("dataFolder"),
  KEYPOINT_URL: "http://localhost:3000",
})
