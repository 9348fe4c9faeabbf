import { basename } from "node:path/posix"
import type { Finding, Tree } from "./tree"

const roomFiles = ["schema", "rules", "policy", "queries", "commands", "actions", "api", "workbook", "documents", "jobs"]
const auditFiles = ["events", "record", "verify", "schema", "queries", "api"]

/** A room's files are a closed set; each may be a folder with one idea per file. Tests stand beside what they test. */
export function rooms(tree: Tree): Finding[] {
  const inside = tree.files.filter((path) => path.startsWith("lib/") && !path.startsWith("lib/platform/"))
  return [...tree.files.flatMap(vague), ...inside.flatMap((path) => misplaced(path)), ...inside.flatMap((path) => doubled(path, inside)),
    ...tree.files.filter((path) => /\.test\.tsx?$/.test(path)).flatMap((path) => lonely(path, tree.files))]
}

/** Names that would fit anything say nothing. */
function vague(path: string): Finding[] {
  const word = /(?:^|[/.-])(utils?|helpers?|misc|managers?)(?:[/.-]|$)/i.exec(path)?.[1]
  return word !== undefined && /\.(ts|tsx|mjs)$/.test(path) ? [found(path, `"${word}" says nothing: name what it does`)] : []
}

function misplaced(path: string): Finding[] {
  const [, room, first, ...deeper] = path.split("/")
  if (room === undefined || first === undefined) return [found(path, "a file of lib belongs to a room: lib/<room>/…")]
  const allowed = room === "audit" ? auditFiles : roomFiles
  const name = deeper.length === 0 ? first.replace(/(\.test)?\.ts$/, "") : first
  if (!allowed.includes(name)) return [found(path, `a room has no "${name}"; it has ${allowed.join(", ")}`)]
  if (deeper.length > 1) return [found(path, `one folder is enough: lib/${room}/${first}/<idea>.ts`)]
  const code = path.endsWith(".ts") || (first === "documents" && path.endsWith(".typ"))
  return code ? [] : [found(path, "a room holds TypeScript without markup (and templates of its documents)")]
}

function doubled(path: string, files: readonly string[]): Finding[] {
  const folder = path.replace(/\.ts$/, "/")
  const both = folder !== path && path.split("/").length === 3 && files.some((other) => other.startsWith(folder))
  return both ? [found(path, `${basename(path)} and a folder of the same name: choose one`)] : []
}

/** Only under lib and scripts: the tests of `tests/` and of pages are about more than one file. */
function lonely(path: string, files: readonly string[]): Finding[] {
  if (!/^(lib|scripts)\//.test(path)) return []
  const subject = path.replace(/\.test\.tsx?$/, "")
  const beside = [".ts", ".tsx", ".mjs", "/"].some((end) => files.some((file) => file === subject + end || (end === "/" && file.startsWith(`${subject}/`))))
  return beside ? [] : [found(path, "a test stands beside the file whose name it carries")]
}

function found(file: string, message: string): Finding {
  return { file, line: 1, message }
}
