import { environment, readEnvironment } from "../../lib/platform/env.ts"
import { appUrlOf, migrateDatabase, openDatabase } from "./database.ts"
import { openData } from "./data.ts"
import { forgetRunning, listRunning, noteRunning } from "./running.ts"
import { handedOn } from "./serve.ts"

type Addresses = { ownerUrl: string; appUrl: string }

/**
 * Runs `run` with the database up: that of the running server, or one started, migrated, and stopped afterwards.
 * Before that it sets the variables that the server would get, so that everything in lib works; the owner's address
 * is not among them, but given to `run`.
 */
export async function withDatabase<T>(run: (addresses: Addresses) => Promise<T>): Promise<T> {
  const wanted = readEnvironment(process.env)
  const data = openData(wanted.dataFolder)
  const served = listRunning(data.folder).find((entry) => entry.role === "launcher")
  noteRunning(data.folder, "command")
  const database = await openDatabase(wanted, data)
  const leave = () => database.leave().finally(() => forgetRunning(data.folder))
  const cut = () => void leave().then(() => process.exit(130))
  process.once("SIGINT", cut).once("SIGTERM", cut)
  try {
    const { ownerUrl } = database
    if (!served) await migrateDatabase(wanted, data, ownerUrl)
    const appUrl = appUrlOf(wanted, data, ownerUrl)
    // Links that a command prints lead to the server that runs, wherever that was told to be.
    Object.assign(process.env, handedOn({ ...wanted, url: served?.url ?? wanted.url }, data, appUrl))
    environment()
    return await run({ ownerUrl, appUrl })
  } finally {
    await leave()
    process.off("SIGINT", cut).off("SIGTERM", cut)
  }
}
