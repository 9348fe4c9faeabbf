import { existsSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { defineConfig } from "@playwright/test"

const port = process.env.KEYPOINT_E2E_PORT ?? "3190"
const chromium = "/usr/bin/chromium"

/** The password of all demonstration accounts in the browser tests. */
const password = "only-for-browser-tests"
process.env.KEYPOINT_DEMO_PASSWORD = password
/** Where the product under test keeps its data; new for each run, for the stories change it. Workers are told it by environment. */
const reuse = process.env.KEYPOINT_E2E_REUSE === "yes"
const own = path.join(tmpdir(), "keypoint-e2e")
if (process.env.KEYPOINT_E2E_DATA === undefined && !reuse) rmSync(own, { recursive: true, force: true })
const data = process.env.KEYPOINT_E2E_DATA ?? own
process.env.KEYPOINT_E2E_DATA = data

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Stories change the one company that they share.
  workers: 1,
  forbidOnly: true,
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  // The product as anyone starts it: the production build, on a data folder of its own.
  webServer: {
    command: "exec node scripts/start.mjs",
    url: `http://localhost:${port}/api/health`,
    timeout: 420_000,
    // While a story is being written: against a product that is already running.
    reuseExistingServer: reuse,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    env: {
      PORT: port,
      KEYPOINT_DATA: data,
      KEYPOINT_SEED: "demo",
      KEYPOINT_DEMO_PASSWORD: password,
      KEYPOINT_URL: `http://localhost:${port}`,
      DATABASE_URL: "",
      // The provider that tests/e2e/openid.spec.ts runs.
      OIDC_ISSUER: `http://localhost:${Number(port) + 1}`,
      OIDC_CLIENT_ID: "keypoint",
      OIDC_CLIENT_SECRET: "only-for-browser-tests-only-for-browser-tests",
    },
  },
})
