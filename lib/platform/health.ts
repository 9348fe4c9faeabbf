import { version } from "@/package.json"
import { database } from "./database"
import { storageWorks } from "./storage"

async function databaseWorks() {
  return database().$queryRaw`select 1`.then(() => true, () => false)
}

/** What `/api/health` says (interfaces.md, "HTTP"): each part ok or failing, and whether all are ok. */
export async function health() {
  const [database, storage] = await Promise.all([databaseWorks(), storageWorks()])
  // Nothing runs later yet: what leaves the house waits in an outbox of the same database.
  const parts = { database, storage, jobs: database }
  const ok = Object.values(parts).every(Boolean)
  const words = Object.fromEntries(Object.entries(parts).map(([part, works]) => [part, works ? "ok" : "failing"]))
  return { ok, answer: { status: ok ? "ok" : "failing", version, ...words } }
}
