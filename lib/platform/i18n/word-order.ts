// Making one takes longer than sorting a list by it.
const collators = new Map<string, Intl.Collator>()

/** Rows in the order of what they say, as the reader's language has it: Chinese by pinyin, in traditional characters by strokes. */
export function inWordOrder<Row>(locale: string, rows: readonly Row[], said: (row: Row) => string): Row[] {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true })
  collators.set(locale, collator)
  return rows.toSorted((a, b) => collator.compare(said(a), said(b)))
}
