import list from "./common-passwords.json"

// Which list, and under which licence: docs/decisions/010-signing-in.md.
const common = new Set(list.passwords.flatMap((line) => line.split(" ")))
const fewestLetters = 4
/** Digits and signs around a common word that do not make it a good password: a year, a date, a mark. */
const mostAround = 9
const mostAdded = 3

/**
 * Whether a password is one of those that everybody tries first: as it stands, with a date or signs around it, with digits
 * in place of letters, said several times, or with up to three characters added at one end.
 */
export function isCommon(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase()
  return [plain, spelt(plain)].some((word) => common.has(once(word)) || common.has(once(bare(word))) || isLengthened(word))
}

function bare(word: string): string {
  const core = word.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
  return core.length >= fewestLetters && word.length - core.length <= mostAround ? core : word
}

function once(word: string): string {
  return /^(.{3,}?)\1+$/u.exec(word)?.[1] ?? word
}

function isLengthened(word: string): boolean {
  return Array.from({ length: mostAdded }, (_, at) => word.length - 1 - at)
    .some((length) => length >= 6 && (common.has(word.slice(0, length)) || common.has(word.slice(-length))))
}

const letters: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" }

function spelt(word: string): string {
  return word.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}
