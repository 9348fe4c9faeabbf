import { pointColumns } from "./columns"
import { isValueOf } from "./guess"
import { offers } from "./offered"
import type { MatchedList } from "@/lib/handbook/schema/mapping"
import { matchedLists } from "@/lib/handbook/schema/mapping"

export type Field = { key: string; required: boolean; side: "zh" | "en" | null }

/** The fields of a point that a column may be matched with, in the order of our own sheet. */
export const fields: readonly Field[] = Object.entries(pointColumns).map(([key, column]) => ({
  key, required: column.required, side: key.endsWith("Zh") ? "zh" : key.endsWith("En") ? "en" : null,
}))

/** The list that the values of a field are matched with; null for texts. */
export function listOf(field: string): { list: MatchedList; several: boolean } | null {
  if (field === "node") return { list: "nodes", several: false }
  const offer = offers.get(field)
  const list = matchedLists.find((one) => one === offer?.list)
  return list ? { list, several: offer?.several ?? false } : null
}

/** The values within one cell: one, or as many as its lines and commas part; of words that we know also a slash or an “and”. */
export function partsOf(text: string, { list, several }: { list: MatchedList; several: boolean }): string[] {
  const parts = (several ? text.split(/[\n,，、;；]+/) : [text]).map((part) => part.trim()).filter(Boolean)
  return several ? parts.flatMap((part) => apart(part, list)) : parts
}

// "E/O" is one value, "N/A" is none of ours; "accuracy/completeness" are two, though one of them should not be known.
function apart(part: string, list: MatchedList): string[] {
  const pieces = part.split(/([/／|｜&＆+＋]|\band\b|[和及与])/i)
  const found: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const ends = pieces.map((_, index) => index + 1).filter((end) => end > at).toReversed()
    const to = ends.find((end) => isValueOf(list, pieces.slice(at, end).join(""))) ?? at + 1
    found.push(pieces.slice(at, to).join("").trim())
    at = to + 1
  }
  return found.some((word) => isValueOf(list, word)) ? found.filter(Boolean) : [part]
}

/** Asked for once for the whole table where no column has it; a code and a title belong to each point alone. */
export const fixable: readonly string[] = [...fields.filter(({ key, required }) => required && key !== "code" && key !== "titleZh").map(({ key }) => key), "step", "provenancePlace"]

/** Of new elements and processes, which a table of points says nothing about. */
export const nodeFields = ["nodeObjective", "nodeKinds", "nodeKindsReason"] as const
