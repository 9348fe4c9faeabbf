import { remindByItself } from "@/lib/distributions/commands/remind"

declare global {
  var keypointDistributionJob: NodeJS.Timeout | undefined
}

const interval = 3_600_000

/** Reminds once an hour whoever is due to be reminded; once per process. */
export function startDistributionJob(): void {
  globalThis.keypointDistributionJob ??= setTimeout(run, 90_000).unref()
}

async function run() {
  try {
    await remindByItself()
  } catch (error) {
    process.stderr.write(`distributions: ${error instanceof Error ? error.message : "failed"}\n`)
  }
  globalThis.keypointDistributionJob = setTimeout(run, interval).unref()
}
