import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { toTraditional } from "../lib/platform/traditional"

/** The traditional file for a simplified one: the same keys in the same order, texts converted. */
export function traditionalFile(simplified: string): string {
  const converted: unknown = JSON.parse(simplified, (_, value: unknown) => typeof value === "string" ? toTraditional(value) : value)
  return `${JSON.stringify(converted, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) refresh("messages/zh-CN", "messages/zh-TW")

function refresh(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) writeFileSync(join(to, name), traditionalFile(readFileSync(join(from, name), "utf8")))
}
