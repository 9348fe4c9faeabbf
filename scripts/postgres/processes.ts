import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

/** Whether a process of this id runs (a zombie does not). */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false
  }
  return !/^Z/.test(describe(pid, "stat"))
}

function describe(pid: number, column: "args" | "stat" | "lstart") {
  try {
    if (process.platform === "linux") return describeLinux(pid, column)
    return execFileSync("ps", ["-ww", "-o", `${column}=`, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  } catch {
    return ""
  }
}

function describeLinux(pid: number, column: "args" | "stat" | "lstart") {
  if (column === "args") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return (column === "stat" ? fields[0] : fields[19]) ?? ""
}

/** The command line of a process, empty when there is none. */
export function commandOf(pid: number) {
  return describe(pid, "args")
}

/** When a process began, as an opaque word: with its id it names one process for good, though ids are used again. */
export function birthOf(pid: number) {
  return describe(pid, "lstart")
}

/** Waits until the process has ended, at most `limit` milliseconds; returns whether it has. */
export async function waitForEnd(pid: number, limit: number) {
  const until = Date.now() + limit
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(30)
  }
  return true
}

/** Sends a signal, and does not mind when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error
  }
}
