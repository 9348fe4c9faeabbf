import { describe, expect, test } from "vitest"
import { type Actor, operator, type Role, seed } from "@/lib/platform/actor"
import { mayDisagree, mayLead, mayOpen, mayReopen, mayResolve, mayReview, maySignOff, mayTest, type PaperPeople } from "./policy"

const plant = { id: "plant", code: "EAST", kind: "coal", name: { zh: "东厂", en: "East" }, parentId: "hq" }
const hq = { id: "hq", code: "HQ", kind: "company", name: { zh: "总部", en: "HQ" }, parentId: null }
const person = (personId: string, role: Role, unitId = "plant"): Actor => ({ ...seed, kind: "person", personId, grants: [{ unitId, role }], units: [hq, plant] })
const paper: PaperPeople = { unitId: "plant", owners: ["owner"], performers: ["performer"], uploaders: ["uploader"], testerPersonId: "tester", reviewerPersonId: "reviewer" }
const on = (changes: Partial<PaperPeople>): PaperPeople => ({ ...paper, ...changes })
const refusal = (message: string, code = "separation-of-duties") => ({ allowed: false, refusal: { code, message: `assessments.refusals.${message}` } })

describe("testing", () => {
  test("the assigned tester tests", () => expect(mayTest(person("tester", "tester"), paper)).toEqual({ allowed: true }))
  test("another tester does not", () => expect(mayTest(person("other", "tester"), paper)).toMatchObject(refusal("not-the-tester", "not-allowed")))
  test("the owner never tests the own point, even when assigned", () => {
    expect(mayTest(person("owner", "tester"), on({ testerPersonId: "owner" }))).toMatchObject(refusal("tester-owns"))
  })
  test("who became the owner after the assignment no longer tests", () => {
    expect(mayTest(person("tester", "tester"), on({ owners: ["owner", "tester"] }))).toMatchObject(refusal("tester-owns"))
  })
  test("a performer never tests", () => expect(mayTest(person("performer", "tester"), on({ testerPersonId: "performer" }))).toMatchObject(refusal("tester-performs")))
  test("who submitted the quarter's evidence never tests", () => {
    expect(mayTest(person("uploader", "tester"), on({ testerPersonId: "uploader" }))).toMatchObject(refusal("tester-uploaded"))
  })
  test("the product never tests or reviews", () => {
    for (const product of [seed, operator]) {
      expect(mayTest(product, on({ testerPersonId: null })).allowed).toBe(false)
      expect(mayReview(product, on({ reviewerPersonId: null })).allowed).toBe(false)
    }
  })
})

describe("reviewing", () => {
  test("the assigned reviewer reviews", () => expect(mayReview(person("reviewer", "tester"), paper)).toEqual({ allowed: true }))
  test("nobody reviews the own paper", () => {
    expect(mayReview(person("tester", "tester"), on({ reviewerPersonId: "tester" }))).toMatchObject(refusal("reviewer-tested"))
  })
  test("neither the owner nor a performer reviews", () => {
    expect(mayReview(person("owner", "tester"), on({ reviewerPersonId: "owner" }))).toMatchObject(refusal("reviewer-owns"))
    expect(mayReview(person("performer", "tester"), on({ reviewerPersonId: "performer" }))).toMatchObject(refusal("reviewer-performs"))
  })
  test("a finance lead who is not the reviewer does not", () => expect(mayReview(person("lead", "finance-lead"), paper)).toMatchObject(refusal("not-the-reviewer", "not-allowed")))
})

describe("leading", () => {
  test("the finance lead of the unit and the control office above it lead; a plant manager does not", () => {
    expect(mayLead(person("lead", "finance-lead"), paper).allowed).toBe(true)
    expect(mayLead(person("office", "control-office", "hq"), paper).allowed).toBe(true)
    expect(mayLead(person("manager", "plant-manager"), paper)).toMatchObject({ refusal: { who: ["finance-lead", "control-office"] } })
    expect(mayLead(person("lead", "finance-lead", "other"), paper).allowed).toBe(false)
  })
  test("the product may open a quarter, and leads nothing else", () => {
    expect(mayOpen(seed, paper).allowed).toBe(true)
    expect(mayLead(seed, paper).allowed).toBe(false)
  })
  test("a lead who tested, owns or performs a point of the process does not sign it", () => {
    expect(maySignOff(person("lead", "finance-lead"), "plant", [paper]).allowed).toBe(true)
    for (const bound of [on({ testerPersonId: "lead" }), on({ owners: ["lead"] }), on({ performers: ["lead"] })]) {
      expect(maySignOff(person("lead", "finance-lead"), "plant", [paper, bound])).toMatchObject(refusal("lead-bound"))
    }
  })
})

test("a lead reopens a paper, though not one about their own point or their own test", () => {
  expect(mayReopen(person("lead", "finance-lead"), paper).allowed).toBe(true)
  for (const bound of [on({ testerPersonId: "lead" }), on({ owners: ["lead"] }), on({ performers: ["lead"] })]) {
    expect(mayReopen(person("lead", "finance-lead"), bound)).toMatchObject(refusal("reopen-bound"))
  }
})

describe("disagreeing", () => {
  test("tester, reviewer, owner and lead may; others may not", () => {
    for (const actor of [person("tester", "tester"), person("reviewer", "tester"), person("owner", "control-owner"), person("lead", "finance-lead")]) expect(mayDisagree(actor, paper).allowed).toBe(true)
    expect(mayDisagree(person("performer", "performer"), paper).allowed).toBe(false)
  })
  test("the lead resolves it, but not one of their own", () => {
    expect(mayResolve(person("lead", "finance-lead"), paper, "owner").allowed).toBe(true)
    expect(mayResolve(person("lead", "finance-lead"), paper, "lead")).toMatchObject(refusal("own-disagreement"))
    expect(mayResolve(person("tester", "tester"), paper, "owner").allowed).toBe(false)
  })
})
