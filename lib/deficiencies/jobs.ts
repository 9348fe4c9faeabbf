import { settleDeficiencies } from "@/lib/deficiencies/commands/silence"

declare global {
  var keypointDeficiencyJob: NodeJS.Timeout | undefined
}

const interval = 3_600_000

/** Settles once an hour what the passing of days alone decides; once per process. */
export function startDeficiencyJob(): void {
  globalThis.keypointDeficiencyJob ??= setTimeout(run, 60_000).unref()
}

async function run() {
  try {
    await settleDeficiencies()
  } catch (error) {
    process.stderr.write(`deficiencies: ${error instanceof Error ? error.message : "failed"}\n`)
  }
  globalThis.keypointDeficiencyJob = setTimeout(run, interval).unref()
}
