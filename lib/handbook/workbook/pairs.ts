import type { Bilingual } from "@/lib/handbook/schema/content"
import type { Say } from "./problem"

/** A Chinese text that must be there, and the English beside it. */
export function pair(zh: string, en: string | null): Bilingual {
  return { zh, en: en || null }
}

/** A pair that may be empty; English alone is a problem. */
export function mayPair(zh: string | null, en: string | null, say: Say, cell: string): Bilingual | null {
  if (zh) return pair(zh, en)
  if (en) say("english-alone", cell)
  return null
}

// What stands for a value without English, so that the lines still correspond.
export const noEnglish = "-"

/** Lists that correspond line by line; no English at all is allowed. */
export function pairList(zh: string[] | null, en: string[] | null, say: Say, cell: string): Bilingual[] {
  const chinese = zh ?? []
  const english = en ?? []
  if (english.length > 0 && english.length !== chinese.length) say("line-count", cell, { zh: chinese.length, en: english.length })
  return chinese.map((text, index) => {
    const other = english[index]
    return pair(text, other === undefined || /^[-–—]$/.test(other) ? null : other)
  })
}

/** Test attributes written as `A: text`, each on its line. */
export function attributes(zh: string[] | null, en: string[] | null, say: Say, cells: { zh: string; en: string }): { key: string; text: Bilingual }[] {
  const chinese = lettered(zh ?? [], say, cells.zh)
  const english = lettered(en ?? [], say, cells.en)
  if (english.length > 0 && english.map(({ key }) => key).join() !== chinese.map(({ key }) => key).join()) say("attribute-keys", cells.en)
  return chinese.map(({ key, text }, index) => ({ key, text: pair(text, english[index]?.text.replace(/^[-–—]$/, "") ?? null) }))
}

function lettered(lines: string[], say: Say, cell: string): { key: string; text: string }[] {
  return lines.flatMap((line, index) => {
    const key = String.fromCharCode(65 + index)
    const match = /^([A-Z])\s*[:：]\s*(.+)$/s.exec(line)
    if (match?.[1] === key && match[2]) return [{ key, text: match[2] }]
    say("attribute-form", cell, { line: index + 1, key })
    return []
  })
}
