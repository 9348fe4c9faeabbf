import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"

/** The files of a checkout as the checks see them: paths from its root, with forward slashes. */
export type Tree = { readonly root: string; readonly files: readonly string[]; text(path: string): string }

export type Finding = { readonly file: string; readonly line: number; readonly message: string }

export function openTree(root: string): Tree {
  const texts = new Map<string, string>()
  const text = (path: string) => {
    const known = texts.get(path) ?? readFileSync(join(root, path), "utf8")
    texts.set(path, known)
    return known
  }
  const files = (existsSync(join(root, ".git")) ? tracked(root) : found(root)).filter((path) => existsSync(join(root, path)))
  return { root, files: [...new Set(files)].sort(), text }
}

export function print(finding: Finding): string {
  return `${finding.file}:${finding.line}: ${finding.message}`
}

/** What git tracks or would track; a folder without git (a fixture) gives all its files. */
function tracked(root: string): string[] {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const
  return execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], options).split("\0").filter(Boolean)
}

function found(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.split("/").includes("node_modules"))
}
