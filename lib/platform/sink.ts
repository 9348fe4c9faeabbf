import type { FileHandle } from "node:fs/promises"
import { Writable } from "node:stream"

// So much is written at a time, each time being a trip to another thread; and so much is held in memory before its sender waits.
const [batch, most] = [512 * 1024, 2 * 1024 * 1024]

export type Sink = { taken: Writable; emptied: () => Promise<void> }

/**
 * Takes pieces as they come and writes them to a new file of our own, a batch at a time; `see` is shown each as it comes and may refuse it.
 * `emptied` is when what was taken is written. What is left after a failure is dropped.
 */
export function sink(opening: Promise<FileHandle>, see: (piece: Buffer) => Error | undefined, ours: boolean): Sink {
  let waiting: Buffer[] = []
  let [queued, held, over] = [0, 0, false]
  let room: (() => void) | undefined
  let writing: Promise<void> | undefined
  const write = async () => {
    const handle = await opening
    while (queued >= batch || (over && queued > 0)) {
      const [pieces, size] = [waiting, queued]
      ;[waiting, queued] = [[], 0]
      // The pieces as they are: to join them would be to copy them. A full disk may end a write early; the rest is another.
      for (let left = pieces; left.length > 0;) left = after(left, (await handle.writev(left)).bytesWritten)
      if (ours) for (const piece of pieces) release(piece)
      held -= size
      room?.()
    }
    writing = undefined
  }
  const begin = () => {
    void (writing ??= write()).catch((error) => taken.destroy(error))
  }
  const taken = new Writable({
    write(piece: Buffer, _, done) {
      const wrong = see(piece)
      if (wrong) return done(wrong)
      waiting.push(piece)
      queued += piece.length
      held += piece.length
      if (queued >= batch) begin()
      if (held < most) return done()
      room = () => {
        room = undefined
        done()
      }
    },
    final(done) {
      over = true
      begin()
      done()
    },
    destroy(error, done) {
      if (error) [waiting, queued] = [[], 0]
      done(error)
    },
  })
  // Whoever asks for what was taken hears of a failure, even one that comes after the last piece.
  taken.on("error", () => {})
  return { taken, emptied: async () => writing }
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
