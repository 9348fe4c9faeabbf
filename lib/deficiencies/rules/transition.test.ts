import { describe, expect, it } from "vitest"
import { buildCase } from "@/tests/builders/deficiency-case"
import { implementationProblem } from "./implementation"
import { remedyOf } from "./remedy"
import { hindranceTo, move } from "./transition"

const today = "2026-11-22"
const open = { id: "r", testerPersonId: "tester2", startedOn: "2026-11-20", outcome: null }

describe("besides the state", () => {
  it("a retest cannot start before the waiting period is over", () => {
    const observing = buildCase({ status: "observing", implementedOn: "2026-09-23" })
    expect(move(observing, "start-retest", today)).toMatchObject({ ok: false, refusal: { code: "wrong-state", message: "deficiencies.refusals.retestTooEarly", params: { day: "2026-11-23" } } })
    expect(move(observing, "start-retest", "2026-11-23")).toEqual({ ok: true, change: "retesting" })
  })

  it("only a passed retest leads to the closure", () => {
    const close = (outcome: "passed" | "failed" | null) => move(buildCase({ status: "retesting", retest: { ...open, outcome } }), "close", today).ok
    expect([close("passed"), close("failed"), close(null)]).toEqual([true, false, false])
    expect(move(buildCase({ status: "observing", retest: { ...open, outcome: "passed" } }), "close", today).ok).toBe(false)
  })

  it("a retest is decided once", () => {
    expect(move(buildCase({ status: "retesting", retest: open }), "pass-retest", today)).toEqual({ ok: true, change: "retesting" })
    expect(move(buildCase({ status: "retesting", retest: { ...open, outcome: "passed" } }), "fail-retest", today).ok).toBe(false)
  })

  it("a material weakness is never an accepted risk", () => {
    expect(move(buildCase({ grade: "material-weakness" }), "accept-risk", today)).toMatchObject({ ok: false, refusal: { message: "deficiencies.refusals.materialNotAccepted" } })
    expect(move(buildCase({ grade: "significant-deficiency" }), "accept-risk", today)).toEqual({ ok: true, change: "accepted" })
  })

  it("leadership determines material weaknesses alone", () => {
    expect(hindranceTo(buildCase(), "determine", today)).not.toBeNull()
    expect(hindranceTo(buildCase({ grade: "material-weakness" }), "determine", today)).toBeNull()
  })

  it("nobody contests after five working days", () => {
    const registered = buildCase({ status: "registered", confirmBy: "2026-11-20" })
    expect(move(registered, "contest", "2026-11-20").ok).toBe(true)
    expect(move(registered, "contest", "2026-11-21").ok).toBe(false)
  })

  it("an acceptance expires the day after its last", () => {
    const accepted = buildCase({ status: "accepted", acceptedUntil: today })
    expect(move(accepted, "expire-acceptance", today).ok).toBe(false)
    expect(move(accepted, "expire-acceptance", "2026-11-23")).toEqual({ ok: true, change: "graded" })
  })

  it("a withdrawal is proposed first, and once", () => {
    expect(move(buildCase(), "withdraw", today).ok).toBe(false)
    expect(move(buildCase({ withdrawalProposed: true }), "withdraw", today)).toEqual({ ok: true, change: "withdrawn" })
    expect(move(buildCase({ withdrawalProposed: true }), "propose-withdrawal", today).ok).toBe(false)
  })

  it("a contest is decided one way or the other", () => {
    const contested = buildCase({ status: "contested" })
    expect(move(contested, "decide-contest", today, "withdrawn")).toEqual({ ok: true, change: "withdrawn" })
    expect(move(contested, "decide-contest", today, "closed").ok).toBe(false)
  })

  it("an event of another state is refused and names the state", () =>
    expect(move(buildCase({ status: "closed" }), "close", today)).toMatchObject({ ok: false, refusal: { code: "wrong-state", params: { status: "closed" } } }))
})

describe("the day of implementation", () => {
  it("is not in the future, not before the quarter, and after a failed retest not before that", () => {
    expect(implementationProblem(buildCase(), "2026-11-23", today)).toBe("in-future")
    expect(implementationProblem(buildCase(), "2026-06-30", today)).toBe("before-quarter")
    expect(implementationProblem(buildCase(), "2026-07-01", today)).toBeNull()
    expect(implementationProblem(buildCase({ retest: { ...open, outcome: "failed" } }), "2026-11-19", today)).toBe("before-retest")
    expect(implementationProblem(buildCase({ retest: { ...open, outcome: "failed" } }), "2026-11-20", today)).toBeNull()
  })
})

it("the cause routes the remedy", () =>
  expect((["execution", "misunderstanding", "design", "system"] as const).map(remedyOf)).toEqual(["accountability", "training", "change-request", "it-change"]))
