import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { takeTurn } from "./turn.mjs"

const mark = path.join(mkdtempSync(path.join(tmpdir(), "keypoint-turn-")), "mark")

test("who comes second waits, says so once, and goes on when the first has given the turn back", async () => {
  const give = await takeTurn(mark)
  let told = 0
  let taken = false
  const second = takeTurn(mark, () => told++).then((giveAgain) => {
    taken = true
    giveAgain()
  })
  await sleep(1500)
  expect({ told, taken }).toEqual({ told: 1, taken: false })
  give()
  await second
  expect(taken).toBe(true)
})

test("the turn of a process that is gone is over, and one whose number was given again is gone", async () => {
  writeFileSync(mark, "999999 1")
  const give = await takeTurn(mark)
  expect(readFileSync(mark, "utf8")).toContain(String(process.pid))
  give()
  writeFileSync(mark, `${process.ppid} 1`)
  const giveAgain = await takeTurn(mark)
  giveAgain()
  rmSync(path.dirname(mark), { recursive: true })
})
