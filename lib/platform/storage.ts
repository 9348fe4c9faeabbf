import { createHash, randomUUID } from "node:crypto"
import { createReadStream, mkdirSync } from "node:fs"
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises"
import path from "node:path"
import { Readable, Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { fileURLToPath } from "node:url"
import { callbackify } from "node:util"

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

/**
 * Content that is on this machine and hashed, and on its way to the disk, but not yet kept: `keep` puts it in its place once it is
 * synced, `discard` removes it unless it was. `head` is what it begins with.
 */
export type Staged = { sha256: string; size: number; head: Uint8Array; path: string; keep: () => Promise<Stored>; discard: () => Promise<void> }

// So much is held in memory while a write is on its way.
const gathered = 1024 * 1024

/**
 * How a stream is taken in. What is `ours` nobody else reads: its memory is given back as soon as it is written, and does not wait for
 * a search for garbage. Nothing is written until `allowed`; if that fails, nothing at all.
 */
export type Staging = { ours?: boolean; allowed?: Promise<unknown> }

/** Writes a stream beside the store and hashes it on the way. `limit` is in bytes. */
export async function stage(stream: NodeJS.ReadableStream, limit: number, { ours = false, allowed }: Staging = {}): Promise<Staged> {
  const incoming = path.join(root(), "incoming")
  // Without waiting: a stream that broke before the pipeline heard of it would never end.
  mkdirSync(incoming, { recursive: true })
  const temporary = path.join(incoming, randomUUID())
  const hash = createHash("sha256")
  let [size, head, kept]: [number, Uint8Array, boolean] = [0, new Uint8Array(), false]
  const opening = allowed ? allowed.then(() => open(temporary, "wx", 0o600)) : open(temporary, "wx", 0o600)
  opening.catch(() => {})
  const see = (piece: Buffer) => {
    if (size === 0) head = Uint8Array.from(piece.subarray(0, 64))
    size += piece.length
    if (size > limit) throw new TooLarge()
    hash.update(piece)
  }
  try {
    await pipeline(stream, sink(opening, see, ours))
  } catch (error) {
    await opening.then((handle) => handle.close(), () => {})
    await rm(temporary, { force: true })
    throw error
  }
  const sha256 = hash.digest("hex")
  const synced = opening.then((handle) => handle.sync().finally(() => handle.close()))
  // Whoever writes or keeps the file hears of a failure.
  synced.catch(() => {})
  const keep = async () => {
    kept = await settle(temporary, synced, placeOf(sha256))
    return { sha256, size, path: placeOf(sha256) }
  }
  const discard = async () => {
    if (kept) return
    await synced.catch(() => {})
    await rm(temporary, { force: true })
  }
  return { sha256, size, head, path: temporary, keep, discard }
}

/** Writes what comes into a new file of our own, all that came meanwhile at once; `see` is shown each piece before and may refuse it. */
function sink(opening: Promise<FileHandle>, see: (piece: Buffer) => void, ours: boolean): Writable {
  const put = async (pieces: Buffer[]) => {
    for (const piece of pieces) see(piece)
    const handle = await opening
    // The pieces as they are: to join them would be to copy them. A full disk may end a write early; the rest is another.
    for (let left = pieces; left.length > 0;) left = after(left, (await handle.writev(left)).bytesWritten)
    if (ours) for (const piece of pieces) release(piece)
  }
  const writev = callbackify(put)
  return new Writable({
    highWaterMark: gathered,
    writev: (given, done) => writev(given.map(({ chunk }) => chunk), done),
    final: (done) => writev([], done),
  })
}

function after(pieces: Buffer[], written: number): Buffer[] {
  let left = written
  return pieces.flatMap((piece) => {
    const done = Math.min(left, piece.length)
    left -= done
    return done < piece.length ? [piece.subarray(done)] : []
  })
}

// Only memory that holds this piece and nothing else.
function release({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
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

/** Puts a file in its place when it is synced, unless that content is there already: whether it was put. */
async function settle(temporary: string, synced: Promise<void>, place: string): Promise<boolean> {
  const folder = path.dirname(place)
  const [known, made] = await Promise.all([stat(place).catch(() => null), mkdir(folder, { recursive: true }), synced])
  if (known) return false
  await rename(temporary, place)
  // The entry of a folder made just now must outlast a power cut as well as the file's own.
  await Promise.all(upTo(folder, made === undefined ? folder : path.dirname(made)).map(sync))
  return true
}

/** A folder and those above it, as far as `last`. */
function upTo(folder: string, last: string): string[] {
  const above = path.dirname(folder)
  return folder === last || folder === above ? [folder] : [folder, ...upTo(above, last)]
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  await handle.sync().finally(() => handle.close())
}
