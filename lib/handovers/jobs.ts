import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { remindHandovers } from "@/lib/handovers/commands/remind"

declare global {
  var keypointHandoverJob: NodeJS.Timeout | undefined
}

const interval = 3_600_000

/** Once an hour opens the departures that a date has begun, and reminds whoever one waits for; once per process. */
export function startHandoverJob(): void {
  globalThis.keypointHandoverJob ??= setTimeout(run, 120_000).unref()
}

async function run() {
  try {
    await beginLapsed()
    await remindHandovers()
  } catch (error) {
    process.stderr.write(`handovers: ${error instanceof Error ? error.message : "failed"}\n`)
  }
  globalThis.keypointHandoverJob = setTimeout(run, interval).unref()
}
