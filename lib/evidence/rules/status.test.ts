import { describe, expect, test } from "vitest"
import { isOpen, isWaiting, obligationStatus, obligationStatuses } from "./status"

const july = { periodEnd: "2026-07-31", dueOn: "2026-08-07" }
const on = (day: string, ...uses: { status: string; occurred: boolean }[]) => obligationStatus({ ...july, uses }, day)
const use = (status: string, occurred = true) => ({ status, occurred })

describe("an obligation", () => {
  test("is upcoming until its period ends, due until its due day, overdue from the day after", () => {
    expect(["2026-07-30", "2026-07-31", "2026-08-07", "2026-08-08"].map((day) => on(day))).toEqual(["upcoming", "due", "due", "overdue"])
  })

  test("follows what was logged for it, whatever the day", () => {
    expect(on("2026-07-01", use("submitted"))).toBe("submitted")
    expect(on("2026-12-01", use("returned"))).toBe("returned")
    expect(on("2026-12-01", use("accepted"))).toBe("accepted")
    expect(on("2026-12-01", use("sealed"))).toBe("accepted")
  })

  test("did not occur only once a reviewer has accepted that", () => {
    expect(on("2026-08-05", use("submitted", false))).toBe("submitted")
    expect(on("2026-08-05", use("accepted", false))).toBe("did-not-occur")
  })

  test("of several records takes the best: accepted before waiting, waiting before returned", () => {
    expect(on("2026-08-05", use("returned"), use("submitted"))).toBe("submitted")
    expect(on("2026-08-05", use("submitted"), use("accepted"), use("returned"))).toBe("accepted")
    expect(on("2026-08-05", use("accepted", false), use("accepted"))).toBe("accepted")
  })

  test("is the owner's to do while it is owed or was returned", () => {
    expect(obligationStatuses.filter(isOpen)).toEqual(["upcoming", "due", "overdue", "returned"])
  })
})

test("a record waits only while none of its uses was reviewed", () => {
  expect(isWaiting([use("submitted"), use("submitted")])).toBe(true)
  expect(isWaiting([use("submitted"), use("returned")])).toBe(false)
})
