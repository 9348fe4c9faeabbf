import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { fileURLToPath } from "node:url"
import { sink } from "@/lib/platform/sink"

export type Stored = { sha256: string; size: number; path: string }

/** Thrown when a stream is longer than allowed; nothing of it is kept. */
export class TooLarge extends Error {}

function root(): string {
  const url = process.env.STORAGE_URL
  return url?.startsWith("file:") ? fileURLToPath(url) : path.join(process.env.KEYPOINT_DATA ?? ".data", "files")
}

function incoming(): string {
  return path.join(root(), "incoming")
}

function placeOf(sha256: string): string {
  return path.join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/**
 * Content that came in whole and is hashed, on its way to the disk, but not yet kept: `keep` puts it in its place once it is synced
 * and what it waits for has come true, `discard` removes it unless it was put there. `head` is what it begins with; `written` tells its path when
 * all of it can be read there.
 */
export type Staged = { sha256: string; size: number; head: Uint8Array; written: () => Promise<string>; keep: (when?: Promise<unknown>) => Promise<Stored>; discard: () => Promise<void> }

/**
 * How a stream is taken in. What is `ours` nobody else reads: its memory is given back as soon as it is written, and does not wait for
 * a search for garbage. Nothing is written until `allowed`; if that fails, nothing at all.
 */
export type Staging = { ours?: boolean; allowed?: Promise<unknown> }

/** Hashes a stream as it comes and writes it beside the store meanwhile; back when all has come. `limit` is in bytes. */
export async function stage(stream: NodeJS.ReadableStream, limit: number, { ours = false, allowed }: Staging = {}): Promise<Staged> {
  const temporary = path.join(incoming(), randomUUID())
  const hash = createHash("sha256")
  let [size, head]: [number, Uint8Array] = [0, new Uint8Array()]
  // Not awaited: a stream that broke before the pipeline heard of it would never end.
  const opening = allowed ? allowed.then(() => opened(temporary)) : opened(temporary)
  opening.catch(() => {})
  const see = (piece: Buffer) => {
    if (size === 0) head = Uint8Array.from(piece.subarray(0, 64))
    size += piece.length
    if (size > limit) return new TooLarge()
    hash.update(piece)
  }
  const { taken, emptied } = sink(opening, see, ours)
  try {
    await pipeline(stream, taken)
  } catch (error) {
    await emptied().catch(() => {})
    await opening.then((handle) => handle.close(), () => {})
    await rm(temporary, { force: true })
    throw error
  }
  const sha256 = hash.digest("hex")
  const whole = emptied().then(() => temporary)
  const synced = whole.then(() => opening).then((handle) => handle.sync()).finally(() => opening.then((handle) => handle.close()))
  // Whoever reads or keeps the file hears of a failure.
  for (const one of [whole, synced]) one.catch(() => {})
  let kept = Promise.resolve(false)
  const keep = async (when: Promise<unknown> = Promise.resolve()) => {
    // Heard of below, but perhaps not at once.
    when.catch(() => {})
    // A transaction may be tried again, and its file be there already or yet on its way.
    kept = kept.catch(() => false).then((done) => done || settle(temporary, placeOf(sha256), [synced, when]))
    await kept
    return { sha256, size, path: placeOf(sha256) }
  }
  const discard = async () => {
    // What is just being put in its place is not taken away before it is there.
    if (await kept.catch(() => false)) return
    await synced.catch(() => {})
    await rm(temporary, { force: true })
  }
  return { sha256, size, head, written: () => whole, keep, discard }
}

// Its folder is there but for the first time.
async function opened(place: string): Promise<FileHandle> {
  const create = () => open(place, "wx", 0o600)
  return create().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
    return mkdir(path.dirname(place), { recursive: true }).then(create)
  })
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

/** The stored content as a stream, opened when it is first read and closed when its reader goes away; null if it is not here. */
export async function openStored(sha256: string): Promise<{ stream: ReadableStream<Uint8Array>; size: number } | null> {
  const place = placeOf(sha256)
  const found = await stat(place).catch(() => null)
  return found ? { stream: openedWhenRead(place), size: found.size } : null
}

// Who asks for the heading alone (HEAD) never reads: what was opened for them would stay open.
function openedWhenRead(place: string): ReadableStream<Uint8Array> {
  let opened: Readable | undefined
  let chunks: AsyncIterator<unknown> | undefined
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      chunks ??= (opened = createReadStream(place))[Symbol.asyncIterator]()
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else if (value instanceof Uint8Array) controller.enqueue(value)
    },
    cancel() {
      opened?.destroy()
    },
  }, { highWaterMark: 0 })
}

export function pathOf(sha256: string): string {
  return placeOf(sha256)
}

// The server ends a request that takes five minutes to come in.
const longest = 3_600_000

/** Removes what a server that was ended in the middle left beside the store; not what came in during the last hour, perhaps to another that runs. */
export async function clearIncoming(now = Date.now()): Promise<void> {
  for (const name of await readdir(incoming()).catch(() => [])) {
    const left = path.join(incoming(), name)
    const found = await stat(left).catch(() => null)
    if (found && now - found.mtimeMs > longest) await rm(left, { force: true })
  }
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

/** Puts a file in its place when `ready`, unless that content is there already: whether it was put. What can be done before is. */
async function settle(temporary: string, place: string, ready: Promise<unknown>[]): Promise<boolean> {
  const [folder, known] = await Promise.all([lasting(path.dirname(place)), stat(place).catch(() => null)])
  try {
    await Promise.all(ready)
    if (known) return false
    await rename(temporary, place)
    await folder.sync()
    return true
  } finally {
    await folder.close()
  }
}

/** A folder, made if it was not there. The entry of one made just now must outlast a power cut as well as that of the file within. */
async function lasting(folder: string): Promise<FileHandle> {
  const made = await mkdir(folder, { recursive: true })
  if (made !== undefined) await Promise.all(between(path.dirname(folder), path.dirname(made)).map(sync))
  return open(folder, "r")
}

/** A folder and those above it, as far as `last`. */
function between(folder: string, last: string): string[] {
  const above = path.dirname(folder)
  return folder === last || folder === above ? [folder] : [folder, ...between(above, last)]
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  await handle.sync().finally(() => handle.close())
}
