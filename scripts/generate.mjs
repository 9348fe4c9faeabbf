// Makes the Prisma client from prisma/schema. Skips when the schema is the one it was last made from.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const folder = path.join(root, "prisma/schema")
const output = path.join(root, "lib/platform/generated")
const mark = path.join(output, ".made-from")

function fingerprint() {
  const hash = createHash("sha256")
  hash.update(readFileSync(path.join(root, "node_modules/prisma/package.json")))
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".prisma")).sort()) {
    hash.update(name).update(readFileSync(path.join(folder, name)))
  }
  return hash.digest("hex")
}

/** Generates the client when needed; returns whether it did. Throws with Prisma's own words when the schema is wrong. */
export function generate() {
  const wanted = fingerprint()
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return false
  const result = spawnSync(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), "generate"], {
    cwd: root,
    encoding: "utf8",
    // The command line looks for a native engine, which generating never runs: any executable satisfies it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  })
  if (result.status !== 0) throw new Error(`prisma generate: ${result.stderr || result.stdout}`)
  writeFileSync(mark, wanted)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(generate() ? "client generated" : "client is current")
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
