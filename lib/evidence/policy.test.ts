import { describe, expect, test } from "vitest"
import { mayCorrect, mayPlan, mayReview, maySubmit } from "@/lib/evidence/policy"
import { type Actor, operator, type Role, seed } from "@/lib/platform/actor"

const hq = { id: "hq", code: "HQ", kind: "company", name: { zh: "总部", en: "HQ" }, parentId: null }
const east = { id: "east", code: "EAST", kind: "coal", name: { zh: "东厂", en: "East" }, parentId: "hq" }

function person(id: string, role: Role, unitId = "east"): Actor {
  return { ...seed, kind: "person", personId: id, name: { zh: id, en: id }, grants: [{ unitId, role }], units: [hq, east] }
}

const answering = { owner: "owner", performers: ["performer"] }
const point = { unitId: "east", code: "3.1.1.1", answering, ownerName: { zh: "王工", en: "Wang" } }
const use = { unitId: "east", submittedBy: "performer", performedBy: "owner", answering: [answering] }

describe("logging evidence", () => {
  test("the owner and a performer of the point may", () => {
    expect(maySubmit(person("owner", "control-owner"), point).allowed).toBe(true)
    expect(maySubmit(person("performer", "performer"), point).allowed).toBe(true)
  })

  test("nobody does it for them, the finance lead neither, and is told whom to turn to", () => {
    const verdict = maySubmit({ ...person("finance", "finance-lead"), language: "en" }, point)
    expect(verdict).toMatchObject({ refusal: { code: "not-allowed", params: { code: "3.1.1.1", owner: "Wang" } } })
    expect(maySubmit(person("other", "control-owner"), point)).toMatchObject({ refusal: { params: { owner: "王工" } } })
    expect(maySubmit(seed, point).allowed).toBe(false)
  })

  test("without an owner the finance lead is named, who assigns one", () => {
    expect(maySubmit(person("x", "performer"), { ...point, answering: { owner: null, performers: [] }, ownerName: null }))
      .toMatchObject({ refusal: { message: "evidence.refusals.noOwner", who: ["finance-lead"] } })
  })
})

describe("reviewing evidence", () => {
  test("an evidence reviewer, the department head and the finance lead of the unit or above may", () => {
    for (const role of ["evidence-reviewer", "department-head", "finance-lead"] as const) expect(mayReview(person("r", role), use).allowed).toBe(true)
    expect(mayReview(person("r", "finance-lead", "hq"), use).allowed).toBe(true)
  })

  test("other roles, and reviewers of another unit, may not", () => {
    for (const role of ["control-owner", "tester", "plant-manager", "administrator", "external-auditor"] as const) expect(mayReview(person("r", role), use).allowed).toBe(false)
    expect(mayReview(person("r", "evidence-reviewer", "north"), use)).toMatchObject({ refusal: { code: "not-allowed" } })
  })

  test("who logged or performed it does not review it", () => {
    for (const id of ["performer", "owner"]) expect(mayReview(person(id, "evidence-reviewer"), { ...use, answering: [] })).toMatchObject({ refusal: { code: "separation-of-duties" } })
  })

  test("who owns or performs the point does not review it, even if somebody else logged it", () => {
    const others = { ...use, submittedBy: "x", performedBy: "x" }
    for (const id of ["owner", "performer"]) expect(mayReview(person(id, "department-head"), others)).toMatchObject({ refusal: { code: "separation-of-duties", message: "evidence.refusals.ownPoint" } })
  })

  test("the product itself never does", () => {
    expect([seed, operator].map((actor) => mayReview(actor, use).allowed)).toEqual([false, false])
  })
})

test("a correction comes from who answers for every point that is still open, and is asked for when something was returned", () => {
  const open = { status: "submitted", sealed: false, newest: true, answering: [answering] }
  expect(mayCorrect(person("owner", "control-owner"), [open])).toEqual({ possible: true, wanted: false })
  expect(mayCorrect(person("owner", "control-owner"), [{ ...open, status: "returned" }])).toEqual({ possible: true, wanted: true })
  expect(mayCorrect(person("r", "evidence-reviewer"), [open]).possible).toBe(false)
  expect(mayCorrect(person("owner", "control-owner"), [{ ...open, sealed: true }]).possible).toBe(false)
})

test("a quarter is planned by the finance lead, the control office or the product", () => {
  expect([person("f", "finance-lead"), person("o", "control-office", "hq"), seed].map((actor) => mayPlan(actor, "east").allowed)).toEqual([true, true, true])
  expect([person("o", "control-owner"), person("f", "finance-lead", "north")].map((actor) => mayPlan(actor, "east").allowed)).toEqual([false, false])
})
