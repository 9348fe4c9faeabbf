import { globSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Lifecycle } from "../../lib/platform/lifecycle"

/** Every lifecycle that a room's rules export, by name. */
export async function tablesIn(root: string): Promise<Lifecycle[]> {
  const files = globSync(["lib/*/rules.ts", "lib/*/rules/*.ts"], { cwd: root }).filter((path) => !path.endsWith(".test.ts"))
  const modules: unknown[] = await Promise.all(files.sort().map((path) => import(pathToFileURL(join(root, path)).href)))
  const tables = modules.flatMap((module) => Object.values(Object(module))).filter(isLifecycle)
  return [...new Set(tables)].sort((one, other) => one.name.localeCompare(other.name, "en"))
}

function isLifecycle(value: unknown): value is Lifecycle {
  if (typeof value !== "object" || value === null) return false
  return ["name", "initial", "states", "events", "transitions"].every((key) => Object.hasOwn(value, key))
}
