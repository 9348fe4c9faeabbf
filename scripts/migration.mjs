// node scripts/migration.mjs NAME: writes a new folder in prisma/migrations with the SQL that leads to prisma/schema.
import { spawnSync } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"

const here = path.dirname(fileURLToPath(import.meta.url))
const node = path.join(here, "../node_modules/node/bin/node")
const result = spawnSync(node, ["--import", "tsx", path.join(here, "migration.ts"), ...process.argv.slice(2)], {
  cwd: path.join(here, ".."),
  stdio: "inherit",
})
process.exit(result.status ?? 1)
