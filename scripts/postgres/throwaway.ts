import { randomBytes } from "node:crypto"
import { chown, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { postgresAccount } from "./account.ts"
import { startCluster } from "./cluster.ts"

/** A PostgreSQL for a moment, in the folder for temporary files and without fsync; `stop` removes it. */
export async function startThrowaway() {
  const account = postgresAccount()
  const home = await mkdtemp(path.join(tmpdir(), "keypoint-postgres-"))
  if (account) await chown(home, account.uid, account.gid)
  const cluster = await startCluster({ home, account, password: randomBytes(16).toString("hex"), durable: false })
  const stop = async () => {
    await cluster.stop()
    await rm(home, { recursive: true, force: true })
  }
  return { ...cluster, home, stop }
}
