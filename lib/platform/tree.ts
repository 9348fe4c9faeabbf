/** Units in the order of a tree, each with its depth; one whose parent is not reached stands at the top. */
export function inTree<Row extends { id: string; parentId: string | null }>(rows: readonly Row[]): (Row & { depth: number })[] {
  const known = new Set(rows.map((row) => row.id))
  const children = Map.groupBy(rows, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const below = (parent: string | null, depth: number): (Row & { depth: number })[] =>
    (children.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}
