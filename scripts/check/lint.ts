import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { z } from "zod"
import type { Finding, Tree } from "./tree"

const project = fileURLToPath(new URL("../..", import.meta.url))
const Output = z.object({
  diagnostics: z.array(z.object({
    message: z.string(),
    code: z.string().optional(),
    filename: z.string(),
    labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
  })),
})

/** oxlint with the tree's `.oxlintrc.json`; a warning counts like an error. */
export function lint(tree: Tree): Finding[] {
  const options = { cwd: tree.root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const
  const { stdout, stderr } = spawnSync(join(project, "node_modules/.bin/oxlint"), ["--format", "json", "."], options)
  const output = Output.safeParse(parsed(stdout))
  if (!output.success) throw new Error(`oxlint: ${stderr}${stdout.slice(0, 2000)}`)
  return output.data.diagnostics.map(({ filename, labels, message, code }) => ({
    file: filename, line: labels[0]?.span.line ?? 1, message: `${message}${code === undefined ? "" : ` (${code})`}`,
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
