import { describe, expect, expectTypeOf, test } from "vitest"
import { lifecycle, next, outcomes, possibleEvents, readState, type EventOf, type StateOf } from "./lifecycle"

const door = lifecycle({
  name: "door",
  initial: "shut",
  states: ["shut", "ajar", "locked"],
  events: ["hang", "push", "paint", "judge"],
  transitions: {
    none: { hang: "shut" },
    shut: { push: "ajar", paint: "shut", judge: ["ajar", "locked"] },
    ajar: { push: "shut" },
  },
})

describe("next", () => {
  test("gives the state that the table lists", () => {
    expect(next(door, "shut", "push")).toBe("ajar")
    expect(next(door, "none", "hang")).toBe("shut")
    expect(next(door, "shut", "paint")).toBe("shut")
  })

  test("refuses what is not listed, by name, and says what is possible", () => {
    expect(next(door, "ajar", "paint")).toEqual({ refused: "wrong-state", state: "ajar", event: "paint", possible: ["push"] })
    expect(next(door, "locked", "push")).toEqual({ refused: "wrong-state", state: "locked", event: "push", possible: [] })
    expect(next(door, "shut", "hang")).toMatchObject({ refused: "wrong-state" })
  })

  test("a decision needs one of its outcomes", () => {
    expect(next(door, "shut", "judge", "locked")).toBe("locked")
    expect(next(door, "shut", "judge")).toMatchObject({ refused: "wrong-outcome" })
    expect(next(door, "shut", "judge", "shut")).toMatchObject({ refused: "wrong-outcome" })
    expect(next(door, "shut", "push", "locked")).toMatchObject({ refused: "wrong-outcome" })
    expect(next(door, "ajar", "judge", "locked")).toMatchObject({ refused: "wrong-state" })
  })

  test("words that every object inherits are no states and no events", () => {
    const table = lifecycle({ name: "t", initial: "a", states: ["a", "toString"], events: ["constructor"], transitions: {} })
    expect(next(table, "a", "constructor")).toMatchObject({ refused: "wrong-state" })
    expect(next(table, "toString", "constructor")).toMatchObject({ refused: "wrong-state" })
  })
})

test("outcomes and possible events follow the table's order", () => {
  expect(outcomes(door, "shut", "judge")).toEqual(["ajar", "locked"])
  expect(possibleEvents(door, "shut")).toEqual(["push", "paint", "judge"])
  expect(possibleEvents(door, "none")).toEqual(["hang"])
})

test("a state from the database is known or an error", () => {
  expect(readState(door, "ajar")).toBe("ajar")
  expect(() => readState(door, "open")).toThrow("door: unknown state \"open\"")
})

test("states and events are inferred", () => {
  expectTypeOf<StateOf<typeof door>>().toEqualTypeOf<"shut" | "ajar" | "locked">()
  expectTypeOf<EventOf<typeof door>>().toEqualTypeOf<"hang" | "push" | "paint" | "judge">()
  // @ts-expect-error a state that the table does not list
  lifecycle({ name: "t", initial: "b", states: ["a"], events: ["go"], transitions: {} })
  // @ts-expect-error an event that the table does not list
  lifecycle({ name: "t", initial: "a", states: ["a"], events: ["go"], transitions: { a: { stop: "a" } } })
  // @ts-expect-error a target that the table does not list
  lifecycle({ name: "t", initial: "a", states: ["a"], events: ["go"], transitions: { a: { go: "b" } } })
})
