import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Environment } from "../../lib/platform/env.ts"
import { generate } from "../generate.mjs"
import { build } from "./build.ts"
import { end, endLeftOver, openChildren } from "./children.ts"
import { type Database, migrateDatabase, openDatabase } from "./database.ts"
import { openData } from "./data.ts"
import { forgetRunning, isOrphan, listRunning, noteRunning } from "./running.ts"
import { seed, tellSignIn } from "./seed.ts"
import { checkPort, handedOn, startServer, waitForHealth } from "./serve.ts"
import { countUncounted } from "./statistics.ts"
import { takeTurn } from "./turn.mjs"

const say = (line: string) => console.log(line)

/** The whole of `npm start`: `start` resolves when the server is healthy, `stop` ends every part in its order. */
export function createLauncher(environment: Environment, dev: boolean) {
  const data = openData(environment.dataFolder)
  const children = openChildren(data.folder)
  let opening: Promise<Database> | undefined
  let stopping: Promise<void> | undefined
  let reviving: Promise<boolean> | undefined

  async function claim() {
    const give = await takeTurn(path.join(data.folder, "claim"))
    try {
      const other = listRunning(data.folder).find((entry) => entry.role === "launcher")
      if (other && isOrphan(other)) await end(other.pid, 10_000)
      else if (other) throw new Error(`Keypoint runs already with this KEYPOINT_DATA (process ${other.pid}, ${other.url}): stop it first.`)
      noteRunning(data.folder, "launcher", process.pid, environment.url, Number(process.env.KEYPOINT_STARTED_BY ?? 0))
    } finally {
      give()
    }
    await endLeftOver(data.folder)
    await checkPort(environment.port)
  }

  async function prepare() {
    say("Database: starting")
    opening = openDatabase(environment, data)
    const { ownerUrl, elsewhere } = await opening
    if (elsewhere) say(`Database: kept in ${elsewhere}, since PostgreSQL's user cannot enter KEYPOINT_DATA; it belongs to a backup`)
    const { appUrl, applied } = await migrateDatabase(environment, data, ownerUrl)
    say(`Database: ready${applied.length ? ` (${applied.length} migrations applied)` : ""}`)
    return { ownerUrl, handed: handedOn(environment, data, appUrl) }
  }

  async function start() {
    const since = performance.now()
    await claim()
    if (generate()) say("Client: generated")
    const { ownerUrl, handed } = await prepare()
    if (!dev && (await build(children))) say("Build: done")
    await seed(children, environment, data, ownerUrl, handed)
    const counted = await countUncounted(ownerUrl)
    if (counted.length > 0) say(`Database: ${counted.length} tables counted for its planner`)
    const server = startServer(children, environment, handed, dev)
    server.once("exit", (code) => void fail(`The server ended by itself (status ${code}).`))
    await waitForHealth(environment.port, dev ? 180_000 : 60_000, () => !stopping)
    if (stopping) return
    say(`\nKeypoint serves ${environment.url} (ready in ${((performance.now() - since) / 1000).toFixed(1)} s)`)
    tellSignIn(environment, data, say)
    say("Stop with Ctrl+C")
    void keepDatabase().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
  }

  async function keepDatabase() {
    const database = await opening
    while (database && !stopping) {
      await sleep(500, undefined, { ref: false })
      if (stopping) return
      reviving = database.revive()
      if (await reviving) say("Database: had ended by itself and is started again")
    }
  }

  async function fail(words: string) {
    if (stopping) return
    console.error(words)
    await stop()
    process.exit(1)
  }

  async function stopParts() {
    await children.stopAll(4000)
    const database = await opening?.catch(() => undefined)
    await reviving?.catch(() => false)
    await database?.leave()
    forgetRunning(data.folder)
  }

  function stop() {
    return (stopping ??= stopParts())
  }

  return { start, stop, fail, isStopping: () => Boolean(stopping) }
}
