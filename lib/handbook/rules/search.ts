import { toTraditional } from "@/lib/platform/traditional"

/** What a point is found by. */
export type Searched = { code: string; titleZh: string; titleEn: string | null; descriptionZh: string; descriptionEn: string | null }

/**
 * Whether a point answers a search: codes from their beginning, English by its words, Chinese without spaces, simplified
 * or traditional. A longer Chinese term is also found by its pairs of characters, so that 电费复核 finds 电费结算复核.
 */
export function answers(point: Searched, query: string): boolean {
  const terms = plain(query).split(/\s+/).filter(Boolean)
  if (terms.length === 0) return true
  const words = plain([point.titleZh, point.titleEn ?? "", point.descriptionZh, point.descriptionEn ?? ""].join(" "))
  const both = terms.some((term) => /\p{Script=Han}/u.test(term)) ? `${words} ${plain(toTraditional(words))}` : words
  return terms.every((term) => point.code === term || point.code.startsWith(`${term}.`) || both.includes(term) || hasPairs(both, term))
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase()
}

function hasPairs(words: string, term: string): boolean {
  const signs = Array.from(term)
  if (signs.length < 4 || !signs.every((sign) => /\p{Script=Han}/u.test(sign))) return false
  return [0, 2].every((from) => from < signs.length) && pairs(signs).every((pair) => words.includes(pair))
}

// 电费复核 is 电费 + 复核; a single character at the end joins the one before.
function pairs(signs: string[]): string[] {
  const cut: string[] = []
  for (let at = 0; at < signs.length; at += 2) cut.push(signs.slice(Math.min(at, signs.length - 2), Math.min(at, signs.length - 2) + 2).join(""))
  return cut
}
