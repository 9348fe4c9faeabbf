import { simplifiedForms } from "@/lib/platform/simplified"
import { toTraditional } from "@/lib/platform/traditional"

/** What a point is found by. */
export type Searched = { code: string; titleZh: string; titleEn: string | null; descriptionZh: string; descriptionEn: string | null }

/** How well a point answers: its very code, a code above it, its title, its description, or no more than the parts of a longer Chinese word. */
const ranks = { code: 0, under: 1, title: 2, description: 3, parts: 4 } as const

/**
 * The points that answer a search, best first, else in the order given. Terms apart by spaces must all be found: codes from their
 * beginning, English by the beginnings of its words, Chinese without spaces, simplified or traditional. Only where nothing
 * else is found, a longer Chinese term is found by its pairs of characters, so that 电费复核 finds 电费结算复核.
 */
export function found<Point extends Searched>(points: readonly Point[], query: string): Point[] {
  const terms = termsOf(query).map((term) => ({ code: term.replace(/\.$/, ""), forms: simplifiedForms(term) }))
  if (terms.length === 0) return [...points]
  const ranked = points.flatMap((point) => {
    const words = { title: plain(`${point.titleZh}\n${point.titleEn ?? ""}`), description: plain(`${point.descriptionZh}\n${point.descriptionEn ?? ""}`) }
    const each = terms.map((term) => rankOf(point.code, words, term))
    return each.every((rank) => rank !== null) ? [{ point, rank: Math.max(...each) }] : []
  })
  const whole = ranked.filter(({ rank }) => rank !== ranks.parts)
  return (whole.length > 0 ? whole : ranked).toSorted((one, other) => one.rank - other.rank).map(({ point }) => point)
}

function rankOf(own: string, words: { title: string; description: string }, { code, forms }: { code: string; forms: string[] }): number | null {
  if (own === code) return ranks.code
  if (own.startsWith(`${code}.`)) return ranks.under
  if (forms.some((form) => places(words.title, form).length > 0)) return ranks.title
  if (forms.some((form) => places(words.description, form).length > 0)) return ranks.description
  return forms.some((form) => hasPairs(`${words.title}\n${words.description}`, form)) ? ranks.parts : null
}

export type Piece = { text: string; hit: boolean }

/** A text cut into what answers a search and what stands between, to be marked where it is shown. */
export function marked(text: string, query: string): Piece[] {
  const lower = text.toLowerCase()
  const terms = termsOf(query).flatMap((term) => [...new Set([...simplifiedForms(term), toTraditional(term)])])
  const hits = lower.length === text.length ? terms.flatMap((term) => (/^[\d.]+$/.test(term) ? codePlaces(lower, term) : places(lower, term)).map((from) => ({ from, to: from + term.length }))) : []
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of hits.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  return at < text.length ? [...pieces, { text: text.slice(at), hit: false }] : pieces
}

/** A search in which longer Chinese words stand as their pairs of characters; the same where it has none. */
export function inParts(query: string): string {
  return termsOf(query).map((term) => { const signs = Array.from(term); return isLongChinese(signs) ? pairs(signs).join(" ") : term }).join(" ")
}

export function termsOf(query: string): string[] {
  return plain(query).split(/\s+/).filter(Boolean)
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase()
}

// A code is marked where it begins a code; the dot after a half-typed one counts along.
function codePlaces(text: string, code: string): number[] {
  return text === code || text.startsWith(code.endsWith(".") ? code : `${code}.`) ? [0] : []
}

/** Where a term stands; Latin letters and digits only at the beginning of a word. */
function places(text: string, term: string): number[] {
  const found: number[] = []
  const isLatin = /^[a-z0-9]/.test(term)
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    if (!isLatin || !/[a-z0-9]/.test(text[at - 1] ?? "")) found.push(at)
  }
  return found
}

function hasPairs(words: string, term: string): boolean {
  const signs = Array.from(term)
  return isLongChinese(signs) && pairs(signs).every((pair) => words.includes(pair))
}

function isLongChinese(signs: readonly string[]): boolean {
  return signs.length >= 4 && signs.every((sign) => /\p{Script=Han}/u.test(sign))
}

// 电费复核 is 电费 + 复核; a single character at the end joins the one before.
function pairs(signs: readonly string[]): string[] {
  const cut: string[] = []
  for (let at = 0; at < signs.length; at += 2) cut.push(signs.slice(Math.min(at, signs.length - 2), Math.min(at, signs.length - 2) + 2).join(""))
  return cut
}
