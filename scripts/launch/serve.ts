import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Environment } from "../../lib/platform/env.ts"
import type { Children } from "./children.ts"
import type { Data } from "./data.ts"

const next = path.resolve(import.meta.dirname, "../../node_modules/next/dist/bin/next")

/** Refuses a port that some other program listens on, before anything long is begun. */
export async function checkPort(port: number) {
  const refused = await new Promise<string | undefined>((resolve) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
  if (refused === "EADDRINUSE") throw new Error(`Port ${port} is taken by another program: set PORT.`)
  if (refused) throw new Error(`Port ${port} cannot be listened on (${refused}): set PORT.`)
}

/** What the server and commands are told by environment. The owner's address is not among it: the server never knows it. */
export function handedOn(environment: Environment, data: Data, appUrl: string) {
  return {
    PORT: String(environment.port),
    KEYPOINT_DATA: environment.dataFolder,
    KEYPOINT_SEED: environment.seed,
    KEYPOINT_URL: environment.url,
    KEYPOINT_AUTH_SECRET: environment.authSecret ?? data.secrets().authSecret,
    DATABASE_APP_URL: appUrl,
    // Empty rather than unset, so that Next does not take it from .env.
    DATABASE_URL: "",
    KEYPOINT_DEMO_PASSWORD: "",
    STORAGE_URL: environment.storageUrl,
    NEXTAUTH_URL: environment.url,
    NEXT_TELEMETRY_DISABLED: "1",
  }
}

/** Starts Next, for production or with reload. */
export function startServer(children: Children, environment: Environment, handed: Record<string, string>, dev: boolean) {
  return children.start({
    args: [next, dev ? "dev" : "start", "--port", String(environment.port)],
    environment: { ...handed, NODE_ENV: dev ? "development" : "production" },
  })
}

/** Waits until the server says that all of it works; throws with its words after `limit` milliseconds. */
export async function waitForHealth(port: number, limit: number, goesOn: () => boolean) {
  const until = Date.now() + limit
  let words = "no answer"
  while (Date.now() < until && goesOn()) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(10_000) })
      if (response.status === 200) return
      words = `status ${response.status}: ${(await response.text()).slice(0, 300)}`
    } catch {
      // Not listening yet.
    }
    await sleep(60)
  }
  if (goesOn()) throw new Error(`The server is not healthy: ${words}`)
}
