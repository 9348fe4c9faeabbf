import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { birthOf, isAlive } from "../postgres/processes.ts"

const mother = z.object({ pid: z.number(), birth: z.string() })
const runningSchema = z.object({ pid: z.number(), birth: z.string(), role: z.enum(["launcher", "child", "command"]), url: z.string().optional(), startedBy: mother.optional() })

/** A process that uses this KEYPOINT_DATA. Its id alone does not name it, since ids are used again: its birth does. */
export type Running = z.infer<typeof runningSchema>

function read(file: string) {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return undefined
  }
}

/** The processes that use this folder and are alive; what the dead left is removed. */
export function listRunning(folder: string): Running[] {
  const place = path.join(folder, "running")
  mkdirSync(place, { recursive: true, mode: 0o700 })
  return readdirSync(place).flatMap((name) => {
    const entry = read(path.join(place, name))
    if (entry && isAlive(entry.pid) && birthOf(entry.pid) === entry.birth) return [entry]
    rmSync(path.join(place, name), { force: true })
    return []
  })
}

/** Whether the npm that this one was started by is gone: killed -9, since any other signal it passes on. */
export function isOrphan({ startedBy }: Running) {
  return Boolean(startedBy && !(isAlive(startedBy.pid) && birthOf(startedBy.pid) === startedBy.birth))
}

/** Notes a process as using this folder. */
export function noteRunning(folder: string, role: Running["role"], pid = process.pid, url?: string, npm = 0) {
  const place = path.join(folder, "running")
  mkdirSync(place, { recursive: true, mode: 0o700 })
  writeFileSync(path.join(place, `${pid}.json`), JSON.stringify({ pid, birth: birthOf(pid), role, url, ...(npm ? { startedBy: { pid: npm, birth: birthOf(npm) } } : {}) }), { mode: 0o600 })
}

/** Forgets a process noted before. */
export function forgetRunning(folder: string, pid = process.pid) {
  rmSync(path.join(folder, "running", `${pid}.json`), { force: true })
}
