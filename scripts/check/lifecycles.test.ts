import { expect, test } from "vitest"
import { drawn } from "../lifecycles/draw"
import { plant, printed } from "./fixture"
import { lifecycles } from "./lifecycles"

const table = { name: "door", initial: "shut", states: ["shut", "ajar"], events: ["push"], transitions: { shut: { push: "ajar" } } }
const code = (value: object) => `export const doorLifecycle = ${JSON.stringify(value)}\nexport const days = 30\n`

test("a current page passes, tables of files and of folders alike", async () => {
  const bell = { ...table, name: "bell" }
  const tree = plant({ "lib/doors/rules/door.ts": code(table), "lib/bells/rules.ts": code(bell), "docs/lifecycles.md": drawn([bell, table]) })
  expect(await lifecycles(tree)).toEqual([])
})

test("a page that lacks a transition is found where it differs", async () => {
  const tree = plant({ "lib/doors/rules.ts": code(table), "docs/lifecycles.md": drawn([{ ...table, transitions: {} }]) })
  expect(printed(await lifecycles(tree))).toEqual([expect.stringMatching(/^docs\/lifecycles\.md:\d\d?: not current/)])
})

test("a missing page and two tables of one name are found", async () => {
  const tree = plant({ "lib/doors/rules.ts": code(table), "lib/gates/rules.ts": code(table) })
  expect(printed(await lifecycles(tree))).toEqual([
    "docs/lifecycles.md:1: two lifecycles are called door", "docs/lifecycles.md:1: not current: npm run lifecycles",
  ])
})
