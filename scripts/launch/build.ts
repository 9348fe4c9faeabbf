import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Children } from "./children.ts"

const root = path.resolve(import.meta.dirname, "../..")
const mark = path.join(root, ".next/made-from")
const folders = ["app", "components", "lib", "messages", "public", "prisma/schema", "prisma/handbook"]
const rootFiles = /^(next\.config|proxy|postcss\.config|instrumentation|i18n|tsconfig|package|package-lock)\b.*\.(ts|mjs|js|json)$/
const apart = /\.test\.tsx?$|[\\/]generated[\\/]/

function sources() {
  const inside = folders.flatMap((folder) => {
    const place = path.join(root, folder)
    if (!existsSync(place)) return []
    const entries = readdirSync(place, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  })
  return [...inside.filter((file) => !apart.test(file)), ...readdirSync(root).filter((file) => rootFiles.test(file))].sort()
}

function fingerprint() {
  const hash = createHash("sha256")
  for (const file of sources()) hash.update(file).update("\0").update(readFileSync(path.join(root, file))).update("\0")
  return hash.digest("hex")
}

/** Builds the production server into .next if its sources are not those of the last complete build; returns whether it did. */
export async function build(children: Pick<Children, "complete">) {
  const wanted = fingerprint()
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return false
  rmSync(mark, { force: true })
  await children.complete("next build", {
    args: [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    environment: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  })
  if (!existsSync(path.join(root, ".next/BUILD_ID"))) throw new Error("next build ended without a build")
  writeFileSync(mark, wanted)
  return true
}
