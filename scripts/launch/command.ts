import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"
import { withDatabase } from "./with-database.ts"

const script = path.resolve(import.meta.dirname, "../keypoint.ts")
const words = process.argv.slice(2)
const onlyAsks = words.length === 0 || words.some((word) => word === "--help" || word === "-h" || word === "--version" || word === "help")

/** Runs the command in a process of its own: however it ends, the database is left properly. Resolves to its status. */
function command(ownerUrl: string) {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...words], { stdio: "inherit", env: { ...process.env, DATABASE_URL: ownerUrl } })
  return new Promise<number>((resolve, reject) => child.once("exit", (code) => resolve(code ?? 1)).once("error", reject))
}

if (existsSync(".env")) process.loadEnvFile(".env")
try {
  process.exit(onlyAsks ? await command("") : await withDatabase(({ ownerUrl }) => command(ownerUrl)))
} catch (error) {
  const line = error instanceof Error ? error.message : String(error)
  console.error(`keypoint: ${line.trim().replaceAll(/\s*\n\s*/g, "; ")}`)
  process.exit(1)
}
