// Runs before node_modules exists, so it must bear Node 20.
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

function birthOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[19]
  } catch {
    return ""
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}

function read(mark) {
  try {
    return readFileSync(mark, "utf8")
  } catch {
    return ""
  }
}

function take(mark, mine) {
  try {
    writeFileSync(mark, mine, { flag: "wx", mode: 0o600 })
  } catch (error) {
    if (error.code !== "EEXIST") throw error
  }
}

/**
 * Waits until no other process has its turn at what `mark` (a file) stands for, and takes it; the turn of a process that was
 * killed is over. Calls `onWait` once if it has to wait. Returns a function that gives the turn back.
 */
export async function takeTurn(mark, onWait = () => {}) {
  const mine = `${process.pid} ${birthOf(process.pid)} ${Math.random()}`
  for (let waits = 0; ; waits++) {
    take(mark, mine)
    // Two may have removed the mark of a dead one at once: whose it is shows a moment later.
    await sleep(20)
    const found = read(mark)
    if (found === mine) return () => rmSync(mark, { force: true })
    const [pid, birth] = found.split(" ")
    if (found && !(isAlive(Number(pid)) && birthOf(pid) === birth)) rmSync(mark, { force: true })
    else if (waits === 5) onWait()
    await sleep(80)
  }
}
