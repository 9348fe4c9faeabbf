import { readFileSync } from "node:fs"
import path from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { buildCompany } from "../builders/company"
import { cleanDatabase } from "../setup/database"
import { buildStage, type Stage } from "./cast"
import { rehearse, rehearsing } from "./rehearsal"
import { begin } from "./request"
import { commands } from "./routes"
import { atFirst, type Elsewhere, elsewhere } from "./scenes/elsewhere"
import { trailOf, watched } from "./trail"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

beforeAll(() => rehearsing(process.env.DATABASE_APP_URL ?? ""))

const rows = ["actions", "api", "files"].flatMap((name) => readFileSync(path.join(import.meta.dirname, `${name}.table`), "utf8").split("\n").filter((line) => !line.startsWith("#")).slice(1))
/** The trail's cell of each row, told apart by the name of the command that left it. */
const left = rows.flatMap((line) => (line.trim().split(/\s{2,}/).at(-1) ?? "").split(/; | \| /)).filter((words) => words !== "")
const reached = new Set(left.flatMap((words) => /^([\w-]+\.[\w-]+): /.exec(words)?.[1] ?? []))

const untold = Object.keys({ ...elsewhere, ...atFirst })

/** What may change without an event, for it ends by itself or is nobody's business but one's own. */
const passing = [
  "access.start-passkey: unrecorded PasskeyChallenge", "access.start-proof: unrecorded PasskeyChallenge", "no command: unrecorded PasskeyChallenge",
  "access.start-code: unrecorded OneTimeCode", "access.keep-preferences: unrecorded Person",
]

test("every command is run by an action, an operation or an upload, or told of where it runs", () => {
  const silent = commands().filter((name) => !(name.endsWith(".*") ? [...reached].some((one) => one.startsWith(name.slice(0, -1))) : reached.has(name) || untold.includes(name)))
  expect(silent, "no row's trail names these: give them a scene, in tests/access/scenes/elsewhere.ts where no request runs them").toEqual([])
  expect(untold.filter((name) => reached.has(name) || !commands().includes(name)), "take these out of tests/access/scenes/elsewhere.ts").toEqual([])
})

test("nothing changes without an event but what passes by itself, and who is refused leaves nothing", () => {
  expect(left.filter((words) => words.includes("unrecorded") && !passing.includes(words))).toEqual([])
  expect(left.filter((words) => words.includes(" leaves "))).toEqual([])
})

async function expectTrail(name: string, { run, trail }: Elsewhere<null>): Promise<void> {
  begin({})
  const { deeds } = await watched(() => run(null))
  expect(trailOf(deeds.filter(({ command }) => command === name), { actor: null })).toBe(`${name}: ${trail}`)
}

test.each(Object.entries(atFirst))("%s", async (name, { run, ...rest }) => rehearse(async () => {
  const company = await buildCompany()
  await expectTrail(name, { ...rest, run: () => run(company) })
}))

describe("elsewhere", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await buildStage()
  })

  test.each(Object.entries(elsewhere))("%s", async (name, { run, ...rest }) => rehearse(() => expectTrail(name, { ...rest, run: () => run(stage) })))
})
