import { takeEffect } from "@/lib/personnel/commands/take-effect"

declare global {
  var keypointPersonnelJob: NodeJS.Timeout | undefined
}

const interval = 3_600_000

/** Once an hour carries out the moves whose day has come; once per process. */
export function startPersonnelJob(): void {
  globalThis.keypointPersonnelJob ??= setTimeout(run, 100_000).unref()
}

async function run() {
  try {
    await takeEffect()
  } catch (error) {
    process.stderr.write(`personnel: ${error instanceof Error ? error.message : "failed"}\n`)
  }
  globalThis.keypointPersonnelJob = setTimeout(run, interval).unref()
}
