import { expect, it } from "vitest"
import { preparedNames } from "./prepared"

it("a statement that comes again keeps one name, and no other has it", () => {
  const nameOf = preparedNames()
  const names = Array.from({ length: 5 }, () => nameOf({ sql: "select 1" }))
  expect(names.slice(0, 2)).toEqual(["", ""])
  expect(new Set(names.slice(2))).toEqual(new Set(["kp_0"]))
  expect(Array.from({ length: 3 }, () => nameOf({ sql: "select 2" })).at(-1)).toBe("kp_1")
})

it("statements that never come again, and more than are kept, have no name", () => {
  const nameOf = preparedNames()
  const all = Array.from({ length: 5000 }, (_, number) => nameOf({ sql: `select ${number}` }))
  expect(all.every((name) => name === "")).toBe(true)
  for (let number = 0; number < 1000; number++) for (let times = 0; times < 3; times++) nameOf({ sql: `again ${number}` })
  const named = Array.from({ length: 1000 }, (_, number) => nameOf({ sql: `again ${number}` })).filter((name) => name !== "")
  expect(named).toHaveLength(400)
})
