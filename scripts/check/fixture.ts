import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { onTestFinished } from "vitest"
import { openTree, print, type Finding, type Tree } from "./tree"

/** A small tree in a temporary folder, removed after the test. */
export function plant(files: Record<string, string>): Tree {
  const root = mkdtempSync(join(tmpdir(), "keypoint-check-"))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return openTree(root)
}

export function printed(findings: readonly Finding[]): string[] {
  return findings.map(print)
}
