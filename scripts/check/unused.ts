import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { z } from "zod"
import type { Finding, Tree } from "./tree"

const project = fileURLToPath(new URL("../..", import.meta.url))
const Issue = z.looseObject({ file: z.string() })
const Entries = z.array(z.object({ name: z.string(), line: z.number().optional() }))
const Output = z.object({ issues: z.array(Issue) })

const messages: Record<string, string> = {
  files: "no entry point reaches this file",
  exports: "exported and used nowhere else",
  types: "exported type used nowhere else",
  nsExports: "exported and used nowhere else",
  nsTypes: "exported type used nowhere else",
  duplicates: "exported twice",
  dependencies: "dependency used nowhere",
  devDependencies: "dependency used nowhere",
  unlisted: "package not listed in package.json",
  unresolved: "import leads nowhere",
}

/** knip with the tree's `knip.json`: files, exports and dependencies that nothing uses. */
export function unused(tree: Tree): Finding[] {
  const args = [join(project, "node_modules/knip/bin/knip.js"), "--reporter", "json", "--no-progress"]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: tree.root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0 && status !== 1) throw new Error(`knip: ${stderr}`)
  return Output.parse(JSON.parse(stdout)).issues.flatMap(told)
}

function told(issue: z.infer<typeof Issue>): Finding[] {
  return Object.entries(messages).flatMap(([kind, message]) => {
    const entries = Entries.safeParse(issue[kind])
    return (entries.data ?? []).map(({ name, line }) => ({ file: issue.file, line: line ?? 1, message: name === issue.file ? message : `${name}: ${message}` }))
  })
}
