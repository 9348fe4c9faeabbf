import { chownSync, existsSync, mkdirSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Account, canEnter } from "./account.ts"

// Folders that survive a restart of the machine come first.
const places = ["/var/lib/keypoint", "/var/tmp/keypoint", path.join(tmpdir(), "keypoint")]

function makePrivate(account: NonNullable<Account>) {
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o711 })
      const home = mkdtempSync(path.join(place, "postgres-"))
      chownSync(home, account.uid, account.gid)
      if (canEnter(account, home)) return home
    } catch {
      // Read-only or not ours: the next place.
    }
  }
  throw new Error(`The user postgres can reach neither KEYPOINT_DATA nor any of ${places.join(", ")}: set DATABASE_URL, or KEYPOINT_DATA to a folder that others may enter.`)
}

/**
 * The folder of the embedded PostgreSQL: `data/postgres`, or, where its user cannot get there (a parent that
 * only root may enter), a private one elsewhere, which the caller remembers and gives back as `remembered`.
 * Once a database was `made` it is found or the start ends here: an empty one in its place would look like a loss of everything. Where no
 * home is remembered, it was not the embedded PostgreSQL's (one of DATABASE_URL on this machine may have the same name).
 */
export function choosePostgresHome(data: string, account: Account, { remembered, made }: { remembered?: string | undefined; made: boolean }) {
  const inside = path.join(data, "postgres")
  // Before what is remembered: a data folder that was copied or moved has its own.
  if (!holdsOne(inside) && remembered && existsSync(remembered) && (!made || holdsOne(remembered))) return remembered
  if (made && remembered && !holdsOne(inside)) throw new Error(`The database of ${data} is gone: it was at ${remembered}. Put that folder back, or begin anew with another KEYPOINT_DATA.`)
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  if (!account) return inside
  chownSync(inside, account.uid, account.gid)
  if (canEnter(account, inside)) return inside
  if (made && holdsOne(inside)) throw new Error(`The user postgres cannot reach the database at ${inside}: let others enter the folders above it.`)
  return makePrivate(account)
}

function holdsOne(home: string): boolean {
  return existsSync(path.join(home, "cluster"))
}
