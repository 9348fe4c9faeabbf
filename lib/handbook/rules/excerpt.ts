import { inParts, marked, termsOf, type Piece } from "./search"

export type Said = { lang: "zh" | "en"; text: string }

/** How many signs stand around a hit; Chinese says more with one. */
const around = { zh: 20, en: 44 }

/**
 * Where a point answers a search that what is `shown` of it does not: a cut around the first hit of the first of its other texts
 * that has one. Null where the shown words say it already.
 */
export function excerpt(shown: readonly string[], others: readonly Said[], query: string): { lang: Said["lang"]; pieces: Piece[] } | null {
  const open = termsOf(query).filter((term) => !shown.some((text) => hasHit(marked(text, term))))
  if (open.length === 0) return null
  return cutFor(others, open.join(" "), query) ?? cutFor(others, inParts(open.join(" ")), inParts(query))
}

function cutFor(others: readonly Said[], open: string, query: string) {
  for (const { lang, text } of others) {
    const pieces = marked(text, open)
    const first = pieces.findIndex(({ hit }) => hit)
    if (first !== -1) return { lang, pieces: cutAround(text, marked(text, query), pieces.slice(0, first).reduce((at, piece) => at + piece.text.length, 0), around[lang]) }
  }
  return null
}

function hasHit(pieces: readonly Piece[]): boolean {
  return pieces.some(({ hit }) => hit)
}

/** The pieces from some signs before a place to some after it, no Latin word cut in two, with dots where something is left out. */
function cutAround(text: string, pieces: readonly Piece[], place: number, signs: number): Piece[] {
  const isWithinWord = (at: number) => /[a-z0-9]{2}/i.test(text.slice(at - 1, at + 1))
  let [from, to] = [Math.max(0, place - signs), Math.min(text.length, place + 2 * signs)]
  while (from > 0 && from < place && isWithinWord(from)) from += 1
  while (to < text.length && isWithinWord(to)) to += 1
  let at = 0
  const kept = pieces.flatMap((piece) => {
    const start = at
    at += piece.text.length
    const words = text.slice(Math.max(start, from), Math.min(at, to))
    return at > from && start < to && words !== "" ? [{ text: words, hit: piece.hit }] : []
  })
  const dots = { text: "…", hit: false }
  return [...(from > 0 ? [dots] : []), ...kept, ...(to < text.length ? [dots] : [])]
}
