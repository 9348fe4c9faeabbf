import { createHash, randomUUID } from "node:crypto"
import { createReadStream, mkdirSync } from "node:fs"
import { mkdir, open, rename, rm, stat } from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { fileURLToPath } from "node:url"

export type Stored = { sha256: string; size: number; path: string }

/** Thrown when a stream is longer than allowed; nothing of it is kept. */
export class TooLarge extends Error {}

function root(): string {
  const url = process.env.STORAGE_URL
  return url?.startsWith("file:") ? fileURLToPath(url) : path.join(process.env.KEYPOINT_DATA ?? ".data", "files")
}

function placeOf(sha256: string): string {
  return path.join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Content that is on this machine and hashed, but not yet kept: `keep` syncs it and puts it in its place, `discard` removes it. */
export type Staged = { sha256: string; size: number; path: string; keep: () => Promise<Stored>; discard: () => Promise<void> }

// What comes in is gathered and written at once: on its way to the disk each write is a trip of its own.
const gathered = 1024 * 1024

/** Writes a stream beside the store and hashes it on the way. `limit` is in bytes. */
export async function stage(stream: NodeJS.ReadableStream, limit: number): Promise<Staged> {
  const incoming = path.join(root(), "incoming")
  // Without waiting: a stream that broke before the pipeline heard of it would never end.
  mkdirSync(incoming, { recursive: true })
  const temporary = path.join(incoming, randomUUID())
  const hash = createHash("sha256")
  let size = 0
  const discard = () => rm(temporary, { force: true })
  try {
    await pipeline(stream, (source: AsyncIterable<string | Buffer>) => write(temporary, source, (piece) => {
      size += piece.length
      if (size > limit) throw new TooLarge()
      hash.update(piece)
    }))
  } catch (error) {
    await discard()
    throw error
  }
  const sha256 = hash.digest("hex")
  const keep = async () => {
    await settle(temporary, placeOf(sha256))
    return { sha256, size, path: placeOf(sha256) }
  }
  return { sha256, size, path: temporary, keep, discard }
}

/** Writes a new file of our own; `see` is shown each piece before and may refuse it. */
async function write(file: string, source: AsyncIterable<string | Buffer>, see: (piece: Buffer) => void): Promise<void> {
  const handle = await open(file, "wx", 0o600)
  try {
    let pieces: Buffer[] = []
    let held = 0
    for await (const given of source) {
      const piece = typeof given === "string" ? Buffer.from(given) : given
      see(piece)
      pieces.push(piece)
      held += piece.length
      if (held < gathered) continue
      await handle.writeFile(Buffer.concat(pieces, held))
      pieces = []
      held = 0
    }
    if (held > 0) await handle.writeFile(Buffer.concat(pieces, held))
  } finally {
    await handle.close()
  }
}

/**
 * Stores a stream under the SHA-256 of its content, synced to disk; content that is there already is kept as it is
 * (domain.md § 3: never overwritten). `limit` is in bytes.
 */
export async function store(stream: NodeJS.ReadableStream, limit: number): Promise<Stored> {
  const staged = await stage(stream, limit)
  try {
    return await staged.keep()
  } finally {
    await staged.discard()
  }
}

export async function storeBytes(bytes: Uint8Array): Promise<Stored> {
  return store(Readable.from([Buffer.from(bytes)]), Number.MAX_SAFE_INTEGER)
}

/** The stored content as a stream; null if it is not here. */
export async function openStored(sha256: string): Promise<{ stream: Readable; size: number } | null> {
  const place = placeOf(sha256)
  const found = await stat(place).catch(() => null)
  return found ? { stream: createReadStream(place), size: found.size } : null
}

export function pathOf(sha256: string): string {
  return placeOf(sha256)
}

/** Whether files can be written and read here, for the health page. */
export async function storageWorks(): Promise<boolean> {
  try {
    await mkdir(root(), { recursive: true })
    const probe = path.join(root(), `.probe-${randomUUID()}`)
    await (await open(probe, "wx")).close()
    await rm(probe)
    return true
  } catch {
    return false
  }
}

async function settle(temporary: string, place: string): Promise<void> {
  if (await stat(place).catch(() => null)) return
  const folder = path.dirname(place)
  const [made] = await Promise.all([mkdir(folder, { recursive: true }), sync(temporary)])
  await rename(temporary, place)
  // The entry of a folder made just now must outlast a power cut as well as the file's own.
  const last = made === undefined ? folder : path.dirname(made)
  for (let at = folder; ; at = path.dirname(at)) {
    await sync(at)
    if (at === last || at === path.dirname(at)) return
  }
}

async function sync(entry: string): Promise<void> {
  const handle = await open(entry, "r")
  await handle.sync().finally(() => handle.close())
}
