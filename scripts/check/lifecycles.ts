import { drawn } from "../lifecycles/draw"
import { tablesIn } from "../lifecycles/tables"
import type { Finding, Tree } from "./tree"

const file = "docs/lifecycles.md"

/** The page of lifecycles is what the tables in code would draw now, and no two tables share a name. */
export async function lifecycles(tree: Tree): Promise<Finding[]> {
  const tables = await tablesIn(tree.root)
  const names = tables.map(({ name }) => name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const current = tree.files.includes(file) ? tree.text(file).split("\n") : []
  const wanted = drawn(tables).split("\n")
  const differs = wanted.findIndex((line, at) => line !== current[at])
  const stale = differs >= 0 || current.length !== wanted.length
  return [
    ...twice.map((name) => ({ file, line: 1, message: `two lifecycles are called ${name}` })),
    ...(stale ? [{ file, line: Math.max(differs, 0) + 1, message: "not current: npm run lifecycles" }] : []),
  ]
}
