import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type Day } from "@/lib/platform/days"
import { frequencies, type Frequency } from "@/lib/platform/periods"
import { earliestRetest, guardOf, lastImplementation, type Pace, retestProblems, type RetestSampleInput } from "./retest"

const pace = (frequency: Frequency, nature = "manual", yearCount: number | null = null): Pace => ({ frequency, nature, yearCount })
const on = (...days: Day[]): RetestSampleInput[] => days.map((occurredOn, index) => ({ occurredOn, reference: `R${index}`, passed: true }))
const row = (from: Day, count: number, step = 1) => on(...Array.from({ length: count }, (_, index) => addDays(from, index * step)))

describe("what must have run before a retest, and how many samples it takes", () => {
  it.each([
    ["yearly", 1, 1], ["half-yearly", 2, 2], ["quarterly", 2, 2], ["monthly", 2, 2], ["weekly", 5, 5], ["daily", 20, 20], ["many-daily", 25, 25],
  ] as const)("%s: %i runs, %i samples", (frequency, runs, samples) => expect(guardOf(pace(frequency))).toMatchObject({ runs, samples }))

  it("an automated control needs one sample at any frequency", () => {
    for (const frequency of frequencies) expect(guardOf(pace(frequency, "automated")).samples).toBe(1)
  })

  it("an IT-dependent manual control is tested like a manual one", () => expect(guardOf(pace("daily", "it-dependent")).samples).toBe(20))

  it.each([[1, 1], [2, 2], [4, 2], [5, 2], [12, 2], [13, 5], [52, 5], [53, 10], [249, 10], [250, 20], [365, 20], [366, 25]])(
    "on occurrence, about %i times a year: %i samples", (yearCount, samples) => expect(guardOf(pace("on-occurrence", "manual", yearCount)).samples).toBe(samples))

  it("on occurrence some hundred times a year: 20 runs take 73 days", () =>
    expect(earliestRetest("2026-01-01", pace("on-occurrence", "manual", 100))).toBe("2026-03-15"))
})

describe("the last day of implementation that still passes before 31 December", () => {
  it.each([
    ["yearly", "2026-12-30"], ["half-yearly", "2025-12-31"], ["quarterly", "2026-06-30"], ["monthly", "2026-10-31"], ["weekly", "2026-11-26"],
    ["daily", "2026-12-11"], ["many-daily", "2026-12-16"], ["on-occurrence", "2026-12-30"],
  ] as const)("%s: %s", (frequency, day) => expect(lastImplementation("2026-12-31", pace(frequency))).toBe(day))

  it("one day later is too late", () => {
    fc.assert(fc.property(fc.constantFrom(...frequencies), fc.integer({ min: 2024, max: 2032 }), (frequency, year) => {
      const last = lastImplementation(`${year}-12-31`, pace(frequency))
      expect(earliestRetest(last, pace(frequency)) <= `${year}-12-31`).toBe(true)
      expect(earliestRetest(addDays(last, 1), pace(frequency)) > `${year}-12-31`).toBe(true)
    }))
  })
})

describe("months are counted from day to day, and from a month's end to a month's end", () => {
  it.each([
    ["2026-07-10", "2026-09-10"], ["2026-12-31", "2027-02-28"], ["2027-12-31", "2028-02-29"], ["2026-02-28", "2026-04-30"], ["2028-02-28", "2028-04-28"],
  ])("a monthly control implemented on %s is retested from %s", (from, to) => expect(earliestRetest(from, pace("monthly"))).toBe(to))
})

describe("samples that make a retest", () => {
  it("a monthly control passes with one sample in each of two months", () =>
    expect(retestProblems("2026-07-10", pace("monthly"), on("2026-07-31", "2026-08-31"), "2026-09-10")).toEqual([]))

  it("the day before the waiting period ends is too early", () =>
    expect(retestProblems("2026-07-10", pace("monthly"), on("2026-07-31", "2026-08-31"), "2026-09-09")).toEqual(["too-early"]))

  it("two samples of one month are one run", () =>
    expect(retestProblems("2026-07-10", pace("monthly"), on("2026-08-03", "2026-08-31"), "2026-09-30")).toEqual(["same-period"]))

  it("a sample from before or on the day of implementation is refused", () => {
    for (const day of ["2026-07-09", "2026-07-10"]) {
      expect(retestProblems("2026-07-10", pace("monthly"), on(day, "2026-08-31", "2026-09-01"), "2026-09-30")).toEqual(["before-implementation"])
    }
  })

  it("nineteen days of a daily control are too few", () => {
    expect(retestProblems("2026-11-01", pace("daily"), row("2026-11-02", 20), "2026-11-21")).toEqual([])
    expect(retestProblems("2026-11-01", pace("daily"), row("2026-11-02", 19), "2026-11-21")).toContain("too-few")
  })

  it("twenty samples of ten days are not twenty days of a daily control", () =>
    expect(retestProblems("2026-11-01", pace("daily"), [...row("2026-11-02", 10), ...row("2026-11-02", 10).map((sample) => ({ ...sample, reference: `${sample.reference}b` }))], "2026-11-30")).toEqual(["same-period"]))

  it("a control of many times a day needs 25 samples over 15 days", () => {
    const samples = Array.from({ length: 25 }, (_, index) => ({ occurredOn: addDays("2026-11-02", index % 15), reference: `T${index}`, passed: true }))
    expect(retestProblems("2026-11-01", pace("many-daily"), samples, "2026-11-16")).toEqual([])
    const crowded = samples.map((sample, index) => ({ ...sample, occurredOn: addDays("2026-11-02", index % 14) }))
    expect(retestProblems("2026-11-01", pace("many-daily"), crowded, "2026-11-16")).toEqual(["span"])
  })

  it("five weeks need a sample in each", () => {
    expect(retestProblems("2026-10-04", pace("weekly"), row("2026-10-05", 5, 7), "2026-11-08")).toEqual([])
    expect(retestProblems("2026-10-04", pace("weekly"), on("2026-10-05", "2026-10-11", "2026-10-12", "2026-10-19", "2026-10-26"), "2026-11-08")).toEqual(["same-period"])
  })

  it("two quarters, and two halves of a year, of a periodic control", () => {
    expect(retestProblems("2026-03-31", pace("quarterly"), on("2026-06-30", "2026-09-30"), "2026-09-30")).toEqual([])
    expect(retestProblems("2026-03-31", pace("quarterly"), on("2026-07-30", "2026-09-30"), "2026-09-30")).toEqual(["same-period"])
    expect(retestProblems("2025-12-31", pace("half-yearly"), on("2026-06-30", "2026-12-31"), "2026-12-31")).toEqual([])
  })

  it("the same sample twice is one, a run in the future none, a failed one no pass", () => {
    const twice = [...on("2026-07-31"), ...on("2026-07-31"), ...on("2026-08-31")]
    expect(retestProblems("2026-07-10", pace("monthly"), twice, "2026-09-10")).toEqual(["repeated"])
    expect(retestProblems("2026-07-10", pace("monthly"), on("2026-08-31", "2026-10-01"), "2026-09-30")).toEqual(["in-future"])
    expect(retestProblems("2026-07-10", pace("monthly"), on("2026-07-31", "2026-08-31").map((sample) => ({ ...sample, passed: false })), "2026-09-10")).toEqual(["failed"])
  })
})
