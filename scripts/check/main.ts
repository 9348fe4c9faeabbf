import { assertions } from "./assertions"
import { catalogue } from "./catalogue"
import { imports } from "./imports"
import { lengths } from "./lengths"
import { lifecycles } from "./lifecycles"
import { lint } from "./lint"
import { messages } from "./messages"
import { rooms } from "./rooms"
import { texts } from "./texts"
import { openTree, print, type Finding, type Tree } from "./tree"
import { types } from "./types"
import { unused } from "./unused"
import { words } from "./words"

const parts: Record<string, (tree: Tree) => readonly Finding[] | Promise<readonly Finding[]>> = {
  types, lint, unused, rooms, imports, lengths, messages, texts, lifecycles, words, catalogue, assertions,
}

const tree = openTree(process.cwd())
const found = await Promise.all(process.argv.slice(2).map(async (name) => {
  const part = parts[name]
  if (part === undefined) throw new Error(`no check is called ${name}; there are ${Object.keys(parts).join(", ")}`)
  const findings = await part(tree)
  for (const finding of findings) process.stdout.write(`${print(finding)} [${name}]\n`)
  return findings.length
}))
process.exitCode = found.some((count) => count > 0) ? 1 : 0
