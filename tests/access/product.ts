import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { build } from "../../scripts/launch/build"
import { freePort } from "../../scripts/postgres/port"
import { startOpenIdProvider } from "../e2e/support/openid-provider"

const root = path.resolve(import.meta.dirname, "../..")
const next = path.join(root, "node_modules/next/dist/bin/next")

function run(args: string[], environment: Record<string, string | undefined>): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...environment }, stdio: ["ignore", "ignore", "inherit"] })
}

const ended = (child: ChildProcess) => new Promise<unknown>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)))

/** Every address that the build answers, but for what Next adds and the icon. */
export function served(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, ".next/app-path-routes-manifest.json"), "utf8"))
  return Object.values(z.record(z.string(), z.string()).parse(manifest)).filter((address) => !["/_not-found", "/_global-error", "/icon.svg"].includes(address))
}

/** The production server on the tests' own database; built first where the sources have changed. */
export async function startProduct(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  await build({
    complete: async (title, { args, environment }) => {
      const status = await ended(run(args, environment))
      if (status !== 0) throw new Error(`${title} failed (${String(status)})`)
    },
  })
  const port = await freePort()
  const url = `http://localhost:${port}`
  // The company's own sign-in, as the browser tests have it.
  const provider = await startOpenIdProvider(url, await freePort())
  const openId = { OIDC_ISSUER: provider.origin, OIDC_CLIENT_ID: "keypoint", OIDC_CLIENT_SECRET: "only-for-browser-tests-only-for-browser-tests" }
  const child = run([next, "start", "--port", String(port)], { PORT: String(port), KEYPOINT_URL: url, NEXTAUTH_URL: url, NODE_OPTIONS: "", ...openId })
  const over = ended(child)
  for (let waited = 0; waited < 600; waited += 1) {
    const healthy = await fetch(`${url}/api/health`).then((response) => response.ok, () => false)
    if (healthy) return { url, stop: async () => (await provider.stop(), child.kill("SIGTERM"), over) }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill("SIGKILL")
  throw new Error("the server did not become healthy")
}
