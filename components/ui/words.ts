export type Piece = { text: string; kind: "same" | "added" | "removed" }

/** Two texts word by word: what stayed, what went, what came. Chinese is cut into words by the platform. */
export function compareWords(before: string, after: string): Piece[] {
  const old = cut(before)
  const now = cut(after)
  const common = lengths(old, now)
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const left = old[i]
    const right = now[j]
    if (left !== undefined && left === right) {
      push(pieces, left, "same")
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      push(pieces, left, "removed")
      i++
    } else if (right !== undefined) {
      push(pieces, right, "added")
      j++
    }
  }
  return pieces
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" })

function cut(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** The length of the longest common sequence from each pair of places to the end. */
function lengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i]
      if (row) row[j] = old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

function push(pieces: Piece[], text: string, kind: Piece["kind"]) {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ text, kind })
}
