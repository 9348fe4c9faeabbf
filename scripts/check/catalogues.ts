import { basename } from "node:path/posix"
import type { Tree } from "./tree"

/** Texts by key; a nested key is written with dots. */
export type Texts = ReadonlyMap<string, string>

/** The texts of each namespace (the file's name) in one locale. */
export function textsOf(tree: Tree, locale: string): ReadonlyMap<string, Texts> {
  const files = tree.files.filter((path) => path.startsWith(`messages/${locale}/`) && path.endsWith(".json"))
  return new Map(files.map((path) => [basename(path, ".json"), new Map(flat(JSON.parse(tree.text(path)), ""))]))
}

/** Where a key stands in its file: the first line that names its last part, after the lines of the parts before. */
export function lineOfKey(tree: Tree, file: string, key: string): number {
  const lines = tree.files.includes(file) ? tree.text(file).split("\n") : []
  let line = 0
  for (const part of key.split(".")) {
    const at = lines.findIndex((text, index) => index >= line && text.includes(`${JSON.stringify(part)}:`))
    line = at < 0 ? line : at
  }
  return line + 1
}

function flat(value: unknown, prefix: string): [string, string][] {
  if (typeof value === "string") return [[prefix, value]]
  if (typeof value !== "object" || value === null) return [[prefix, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, prefix === "" ? key : `${prefix}.${key}`))
}
