const atOnce = 4

/** Runs what does not depend on one another a few at once: while one waits for the database, another computes. Results in their order. */
export async function together<Item, Value>(items: readonly Item[], run: (item: Item, index: number) => Promise<Value>): Promise<Value[]> {
  const results: Value[] = []
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map((item, index) => run(item, from + index)))))
  }
  return results
}
