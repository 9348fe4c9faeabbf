import { type ChildProcess, spawn } from "node:child_process"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { isAlive, signal, waitForEnd } from "../postgres/processes.ts"
import { forgetRunning, listRunning, noteRunning } from "./running.ts"

const root = path.resolve(import.meta.dirname, "../..")
const leash = pathToFileURL(path.join(import.meta.dirname, "leash.mjs")).href

type Task = { args: string[]; environment: Record<string, string | undefined>; silent?: boolean }

/** The launcher's children: each ends with it, and is noted in KEYPOINT_DATA so that the next start can end what was left. */
export function openChildren(folder: string) {
  const living = new Map<number, ChildProcess>()
  let stopping = false

  function start({ args, environment }: Task) {
    if (stopping) throw new Error("stopping")
    const child = spawn(process.execPath, ["--import", leash, ...args], {
      cwd: root,
      env: { ...process.env, ...environment, KEYPOINT_LEASH: String(process.pid) },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    const { pid } = child
    if (pid) {
      living.set(pid, child)
      noteRunning(folder, "child", pid)
      child.once("exit", () => {
        living.delete(pid)
        forgetRunning(folder, pid)
      })
    }
    return child
  }

  /** Runs to the end; throws when it fails. */
  async function complete(title: string, task: Task) {
    const child = start(task)
    const status = await new Promise((resolve) => child.once("exit", (code, name) => resolve(code ?? name)).once("error", resolve))
    if (status !== 0) throw new Error(`${title} failed (${status})`)
  }

  /** Ends them all: asks, and after `patience` milliseconds insists. */
  async function stopAll(patience: number) {
    stopping = true
    await Promise.all([...living.keys()].map((pid) => end(pid, patience)))
  }

  return { start, complete, stopAll }
}

/** Ends a process: asks, and after `patience` milliseconds insists. */
export async function end(pid: number, patience: number) {
  signal(pid, "SIGTERM")
  if (await waitForEnd(pid, patience)) return
  signal(pid, "SIGKILL")
  await waitForEnd(pid, 1000)
}

/** Ends what an earlier launcher that was killed left over in this folder. */
export async function endLeftOver(folder: string) {
  const children = listRunning(folder).filter((entry) => entry.role === "child" && isAlive(entry.pid))
  await Promise.all(children.map((entry) => end(entry.pid, 3000)))
}

export type Children = ReturnType<typeof openChildren>
