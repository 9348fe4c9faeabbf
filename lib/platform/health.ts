import { version } from "@/package.json"
import { databaseWorks } from "./database"
import { jobsWork } from "./jobs"
import { storageWorks } from "./storage"

/** What `/api/health` says (interfaces.md, "HTTP"): each part ok or failing, and whether all are ok. */
export async function health() {
  const [database, storage] = await Promise.all([databaseWorks(), storageWorks()])
  const parts = { database, storage, jobs: jobsWork() }
  const ok = Object.values(parts).every(Boolean)
  const words = Object.fromEntries(Object.entries(parts).map(([part, works]) => [part, works ? "ok" : "failing"]))
  return { ok, answer: { status: ok ? "ok" : "failing", version, ...words } }
}
