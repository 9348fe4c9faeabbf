import { comparable } from "@/lib/platform/workbook/cells"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Mapping, MatchedColumn, MatchedList } from "@/lib/handbook/schema/mapping"
import { matchedLists } from "@/lib/handbook/schema/mapping"
import { fixable, listOf, partsOf } from "./foreign-fields"
import { textOf, type ForeignColumn, type ForeignRow, type ForeignTable } from "./foreign-table"
import { guessValue } from "./guess"

/** Their columns by the field that each is matched with. */
export function columnsByField(table: ForeignTable, matched: readonly MatchedColumn[]): Map<string, ForeignColumn[]> {
  const byField = new Map<string, ForeignColumn[]>()
  for (const column of table.columns) {
    const field = matched.find(({ heading, nth }) => comparable(heading) === comparable(column.heading) && nth === column.nth)?.field
    if (field) byField.set(field, [...(byField.get(field) ?? []), column])
  }
  return byField
}

/** What a row says in some columns, one below the other. */
export function said(row: ForeignRow, columns: readonly ForeignColumn[]): string {
  return columns.map(({ column }) => { const cell = row.cells.get(column); return cell && !cell.faulty ? textOf(cell) : "" }).filter(Boolean).join("\n")
}

export type TheirValue = { theirs: string; count: number; ours: string }

/** Their distinct values of each list with how many rows have them, and ours: as matched before, else as guessed. */
export function valuesToMatch(table: ForeignTable, matched: readonly MatchedColumn[], known: Mapping["values"], base: HandbookContent | null): { list: MatchedList; values: TheirValue[] }[] {
  const found = new Map<MatchedList, Map<string, { theirs: string; count: number }>>()
  for (const [field, columns] of columnsByField(table, matched)) {
    const offer = listOf(field)
    if (!offer) continue
    const counts = found.get(offer.list) ?? new Map<string, { theirs: string; count: number }>()
    found.set(offer.list, counts)
    for (const row of table.rows) {
      for (const theirs of partsOf(said(row, columns), offer)) {
        const before = counts.get(comparable(theirs))
        counts.set(comparable(theirs), { theirs: before?.theirs ?? theirs, count: (before?.count ?? 0) + 1 })
      }
    }
  }
  return matchedLists.flatMap((list) => {
    const counts = [...(found.get(list)?.entries() ?? [])]
    return counts.length === 0 ? [] : [{ list, values: counts.map(([key, { theirs, count }]) => ({ theirs, count, ours: known[list]?.[key] ?? guessValue(list, theirs, base) })) }]
  })
}

/** For each field that may have one content for all rows, how many rows lack it. */
export function lacking(table: ForeignTable, matched: readonly MatchedColumn[]): { field: string; count: number }[] {
  const byField = columnsByField(table, matched)
  return fixable.flatMap((field) => {
    const columns = byField.get(field) ?? []
    const count = table.rows.filter((row) => said(row, columns) === "").length
    return count > 0 ? [{ field, count }] : []
  })
}
