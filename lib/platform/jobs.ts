import { database } from "@/lib/platform/database"
import { deliverMail } from "@/lib/platform/mail"

declare global {
  var keypointJobs: { lastGood: number; timer: NodeJS.Timeout } | undefined
}

const interval = 5_000
const overdue = 60_000

/** Starts the worker that empties the outbox; once per process. */
export function startJobs(): void {
  if (globalThis.keypointJobs) return
  const timer = setTimeout(run, interval / 5).unref()
  globalThis.keypointJobs = { lastGood: Date.now(), timer }
}

/** Whether the worker runs: it came round within the last minute. */
export function jobsWork(): boolean {
  const jobs = globalThis.keypointJobs
  return jobs !== undefined && Date.now() - jobs.lastGood < overdue
}

async function run() {
  const jobs = globalThis.keypointJobs
  if (!jobs) return
  try {
    if (process.env.SMTP_URL) await deliverMail(process.env.SMTP_URL, process.env.MAIL_FROM ?? "")
    else await database().$queryRaw`select 1`
    jobs.lastGood = Date.now()
  } catch (error) {
    process.stderr.write(`jobs: ${error instanceof Error ? error.message : "failed"}\n`)
  }
  jobs.timer = setTimeout(run, interval).unref()
}
