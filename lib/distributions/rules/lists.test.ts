import { expect, it } from "vitest"
import { beyond, listsOf, remindsItself, stateOf } from "./lists"

const points = [{ pointId: "p1", department: "hr" }, { pointId: "p2", department: "hr" }, { pointId: "p3", department: "finance" }]
const members = [
  { personId: "ann", departmentId: "d1", departmentCode: "hr" }, { personId: "bob", departmentId: "d1", departmentCode: "hr" },
  { personId: "eve", departmentId: "d2", departmentCode: "finance" }, { personId: "guest", departmentId: null, departmentCode: null },
]
const owners = new Map([["p1", "ann"], ["p2", "eve"]])

it("gives owners their own points and the department's people the points of their department", () => {
  expect(listsOf(points, owners, members)).toEqual([
    { personId: "ann", departmentId: "d1", owned: ["p1"], known: ["p2"] },
    { personId: "bob", departmentId: "d1", owned: [], known: ["p1", "p2"] },
    { personId: "eve", departmentId: "d2", owned: ["p2"], known: ["p3"] },
  ])
})

it("gives again only what was not given, and a point that somebody has come to own", () => {
  const list = { personId: "bob", departmentId: "d1", owned: ["p1"], known: ["p2", "p3"] }
  expect(beyond(list, [{ owned: [], known: ["p1", "p2"] }])).toMatchObject({ owned: ["p1"], known: ["p3"] })
  expect(beyond(list, [{ owned: ["p1"], known: ["p2", "p3"] }])).toBeNull()
})

it("is overdue only after its last day, and never once confirmed or once a newer edition was published", () => {
  expect(stateOf({ confirmedAt: null, dueOn: "2026-03-15" }, "2026-03-15")).toBe("waiting")
  expect(stateOf({ confirmedAt: null, dueOn: "2026-03-15" }, "2026-03-16")).toBe("overdue")
  expect(stateOf({ confirmedAt: null, dueOn: "2026-03-15" }, "2026-03-16", false)).toBe("lapsed")
  expect(stateOf({ confirmedAt: new Date(), dueOn: "2026-03-15" }, "2026-03-16")).toBe("confirmed")
})

it("reminds once within the last three days and once after", () => {
  expect(remindsItself({ dueOn: "2026-03-15", remindedOn: null }, "2026-03-11")).toBe(false)
  expect(remindsItself({ dueOn: "2026-03-15", remindedOn: null }, "2026-03-12")).toBe(true)
  expect(remindsItself({ dueOn: "2026-03-15", remindedOn: "2026-03-12" }, "2026-03-15")).toBe(false)
  expect(remindsItself({ dueOn: "2026-03-15", remindedOn: "2026-03-12" }, "2026-03-16")).toBe(true)
  expect(remindsItself({ dueOn: "2026-03-15", remindedOn: "2026-03-16" }, "2026-03-20")).toBe(false)
})
