import { expect, test } from "vitest"
import { isLastDay, standingOf } from "@/lib/borrowings/rules/standing"

test("what was lent is over on the day after its last", () => {
  expect(standingOf({ status: "lent", lastDay: "2026-07-31" }, "2026-07-31")).toBe("lent")
  expect(standingOf({ status: "lent", lastDay: "2026-07-31" }, "2026-08-01")).toBe("over")
  expect(standingOf({ status: "asked", lastDay: "2026-07-31" }, "2026-08-01")).toBe("asked")
})

test("a last day is today or later, and not more than 120 days away", () => {
  expect(["2026-06-30", "2026-07-01", "2026-10-29", "2026-10-30"].map((day) => isLastDay(day, "2026-07-01"))).toEqual([false, true, true, false])
})
