import { seedDemonstration } from "@/prisma/demo/demonstration"
import { seedEmpty } from "@/prisma/demo/empty"
import { gatherStatistics, markInstallation, markSeeded, withOwner } from "./seed/installation"

// Fills an empty database as KEYPOINT_SEED says; one that was cut off begins anew, one that is done is left alone.
const wanted = process.env.KEYPOINT_SEED ?? "demo"
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await withOwner(async (owner) => {
    if (await markInstallation(owner, wanted === "demo" ? "demo" : "honest")) return
    if (wanted === "demo") await seedDemonstration(process.env.KEYPOINT_DEMO_PASSWORD ?? "", say)
    else await seedEmpty(wanted === "handbook", say)
    await gatherStatistics(owner)
    await markSeeded(owner)
  })
  process.exit(0)
} catch (error) {
  process.stderr.write(`seed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
