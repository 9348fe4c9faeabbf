import { createHash } from "node:crypto"

export type PopulationEntry = { ordinal: number; label: string; servedOn: string | null; versionId: string | null }

/** The frozen list as one hash: each item as `ordinal TAB label TAB day TAB version LF`, in order, SHA-256 in hex. */
export function populationHash(items: readonly PopulationEntry[]): string {
  const hash = createHash("sha256")
  for (const item of [...items].sort((a, b) => a.ordinal - b.ordinal)) {
    hash.update(`${item.ordinal}\t${item.label}\t${item.servedOn ?? ""}\t${item.versionId ?? ""}\n`)
  }
  return hash.digest("hex")
}

/**
 * Draws `size` of the ordinals at random, so that anyone can draw them again (domain.md § 4; docs/sampling.md):
 * Fisher–Yates from the front over the ordinals in ascending order, where the i-th place is exchanged with place
 * i + r, and r is the next number below (n − i) from the stream. No ordinal comes twice; never more than there are.
 */
export function drawOrdinals(ordinals: readonly number[], size: number, seed: string): number[] {
  const pool = [...ordinals].sort((a, b) => a - b)
  const numbers = stream(seed)
  const wanted = Math.min(size, pool.length)
  for (let i = 0; i < wanted; i++) {
    const j = i + numbers(pool.length - i)
    const [here, there] = [pool[i], pool[j]]
    if (here === undefined || there === undefined) break
    pool[i] = there
    pool[j] = here
  }
  return pool.slice(0, wanted)
}

// Number k of the stream: the first 48 bits of SHA-256(seed ":" k), k from 0; one that would favour small results is skipped.
function stream(seed: string): (below: number) => number {
  let counter = 0
  const ceiling = 2 ** 48
  return (below) => {
    const fair = ceiling - (ceiling % below)
    for (;;) {
      const number = createHash("sha256").update(`${seed}:${counter++}`).digest().readUIntBE(0, 6)
      if (number < fair) return number % below
    }
  }
}
