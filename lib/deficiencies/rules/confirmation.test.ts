import { describe, expect, it } from "vitest"
import { plainCalendar } from "@/lib/platform/days"
import { confirmationDue, deemedConfirmed } from "./confirmation"

describe("five working days to confirm or contest", () => {
  it("a weekend does not count", () => expect(confirmationDue("2026-11-20", plainCalendar)).toBe("2026-11-27"))
  it("a public holiday does not count, a weekend day worked in exchange does", () =>
    expect(confirmationDue("2026-09-29", { holidays: new Set(["2026-10-01", "2026-10-02", "2026-10-05"]), workdays: new Set(["2026-10-10"]) })).toBe("2026-10-09"))
  it("silence is consent from the day after the last", () => {
    expect(deemedConfirmed("2026-11-27", "2026-11-27")).toBe(false)
    expect(deemedConfirmed("2026-11-27", "2026-11-28")).toBe(true)
  })
})
