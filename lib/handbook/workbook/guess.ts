import chinese from "@/messages/zh-CN/mapping.json"
import english from "@/messages/en/mapping.json"
import { comparable } from "@/lib/platform/workbook/cells"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import { special, type MatchedList } from "@/lib/handbook/schema/mapping"
import { pointColumns } from "./columns"
import { codesByName } from "./names"
import { fixedValues } from "./offered"
import { options } from "./vocabulary"

type Words = Record<string, string>

const byHeading = new Map<string, string>()
for (const synonyms of [chinese.synonyms, english.synonyms]) {
  for (const [field, words] of Object.entries<string>(synonyms)) for (const word of words.split("|")) byHeading.set(comparable(word), field)
}
for (const [field, { headings }] of Object.entries(pointColumns)) for (const heading of Object.values(headings)) byHeading.set(comparable(heading), field)

/** The field that a heading probably means. */
export function fieldOfHeading(heading: string): string | null {
  const bare = comparable(heading).replace(/[*＊:：]+$/, "")
  return byHeading.get(bare) ?? byHeading.get(bare.replace(/[（(].*[)）]$/, "")) ?? null
}

const valueWords = new Map<string, Map<string, string>>()
for (const [group, values] of fixedValues) {
  const known = new Map<string, string>()
  for (const synonyms of [chinese.valueSynonyms, english.valueSynonyms]) {
    const [, words = {}] = Object.entries<Words>(synonyms).find(([name]) => name === group) ?? []
    for (const [value, said] of Object.entries(words)) for (const word of said.split("|")) known.set(comparable(word), value)
  }
  for (const { value, names } of options(group, values)) for (const name of [value, ...names]) known.set(comparable(name), value)
  valueWords.set(group, known)
}

/** Whether a word is one of a list's fixed values, under any of its names. */
export function isValueOf(list: MatchedList, word: string): boolean {
  return valueWords.get(list)?.has(comparable(word)) ?? false
}

/** Our value that theirs probably means, or the empty text. */
export function guessValue(list: MatchedList, theirs: string, base: HandbookContent | null): string {
  if (list === "departments" || list === "positions") return codesByName(base?.[list] ?? []).get(comparable(theirs)) ?? (theirs.length <= 40 ? special.add : "")
  if (list === "nodes") return guessNode(theirs, base)
  return valueWords.get(list)?.get(comparable(theirs)) ?? ""
}

function guessNode(theirs: string, base: HandbookContent | null): string {
  const nodes = (base?.chapters ?? []).map(({ node }) => node)
  const said = comparable(theirs)
  const [, number] = /^\D*?(\d+(?:\.\d+)+)/.exec(theirs) ?? []
  const same = nodes.find(({ code, title }) => code === number || [title.zh, title.en ?? title.zh, code].map(comparable).includes(said))
  const alike = same ?? nodes.find(({ title }) => said.length > 1 && (comparable(title.zh).includes(said) || said.includes(comparable(title.zh))))
  return alike?.code ?? ""
}
