import { existsSync } from "node:fs"
import { EnvironmentError, readEnvironment } from "../../lib/platform/env.ts"
import { createLauncher } from "./launcher.ts"

function launch() {
  const launcher = createLauncher(readEnvironment(process.env), process.argv.includes("--dev"))
  const stop = () => void launcher.stop().then(() => process.exit(0))
  process.on("SIGINT", stop).on("SIGTERM", stop).on("disconnect", stop)
  // A closed terminal stops it; started without one (nohup), it stays.
  process.on("SIGHUP", () => process.stdout.isTTY && stop())
  return launcher.start().catch((error: unknown) => launcher.fail(error instanceof Error ? error.message : String(error)))
}

if (existsSync(".env")) process.loadEnvFile(".env")
try {
  await launch()
} catch (error) {
  const title = error instanceof EnvironmentError ? "Wrong value in the environment:\n" : ""
  console.error(title + (error instanceof Error ? error.message : String(error)))
  process.exit(1)
}
