import { describe, expect, test } from "vitest"
import { next, none, outcomes, possibleEvents } from "../lib/platform/lifecycle"
import { tablesIn } from "../scripts/lifecycles/tables"
import { contract } from "./lifecycles.contract"

const tables = await tablesIn(process.cwd())

test("every lifecycle in code is in the contract", () => {
  expect(Object.keys(contract)).toEqual(expect.arrayContaining(tables.map(({ name }) => name)))
})

describe.each(tables)("lifecycle $name", (table) => {
  const froms = [none, ...table.states]
  const pairs = froms.flatMap((state) => table.events.map((event) => ({ state, event })))
  const listed = new Set(Object.entries(table.transitions).flatMap(([state, row]) => Object.keys(row ?? {}).map((event) => `${state} ${event}`)))

  test("bears the states and events of the contract", () => {
    expect({ states: [...table.states].sort(), events: [...table.events].sort() }).toEqual({
      states: [...(contract[table.name]?.states ?? [])].sort(), events: [...(contract[table.name]?.events ?? [])].sort(),
    })
  })

  test("lists only known states and events", () => {
    const known = new Set(pairs.map(({ state, event }) => `${state} ${event}`))
    expect([...listed].filter((pair) => !known.has(pair))).toEqual([])
    expect(pairs.flatMap(({ state, event }) => outcomes(table, state, event)).filter((to) => !table.states.includes(to))).toEqual([])
  })

  test.each(pairs)("$state × $event passes exactly when it is listed", ({ state, event }) => {
    const targets = outcomes(table, state, event)
    expect(targets.length > 0).toBe(listed.has(`${state} ${event}`))
    for (const to of targets) expect(next(table, state, event, to)).toBe(to)
    for (const to of table.states.filter((other) => !targets.includes(other))) {
      expect(next(table, state, event, to)).toMatchObject({ refused: targets.length > 0 ? "wrong-outcome" : "wrong-state", state, event })
    }
    if (targets.length === 0) expect(next(table, state, event)).toEqual({ refused: "wrong-state", state, event, possible: possibleEvents(table, state) })
  })

  test("every state can be reached and every event can happen", () => {
    const reached = new Set([none, table.initial])
    for (const state of reached) for (const event of table.events) for (const to of outcomes(table, state, event)) reached.add(to)
    expect(table.states.filter((state) => !reached.has(state))).toEqual([])
    expect(table.events.filter((event) => froms.every((state) => outcomes(table, state, event).length === 0))).toEqual([])
  })
})
