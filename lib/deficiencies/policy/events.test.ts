import { describe, expect, it } from "vitest"
import { job } from "@/lib/platform/actor"
import { buildCase, personWith, plant } from "@/tests/builders/deficiency-case"
import { mayRegister } from "./confirmation"
import { mayDo } from "./events"

const finance = personWith("finance", "finance-lead")
const office = personWith("office", "control-office")
const office2 = personWith("office2", "control-office")
const owner = personWith("owner", "control-owner")
const head = personWith("head", "department-head")
const chief = personWith("chief", "chief-accountant")
const audit = personWith("audit", "internal-audit")
const tester = personWith("tester", "tester")
const tester2 = personWith("tester2", "tester")
const auditor = personWith("auditor", "external-auditor")
const may = (...args: Parameters<typeof mayDo>) => mayDo(...args).allowed
const why = (...args: Parameters<typeof mayDo>) => { const verdict = mayDo(...args); return verdict.allowed ? "allowed" : verdict.refusal.code }
const significant = buildCase({ grade: "significant-deficiency" })
const passed = buildCase({ status: "retesting", retest: { id: "r", testerPersonId: "tester2", startedOn: "2026-11-20", outcome: "passed" } })

describe("confirming and contesting", () => {
  it("the head of the department confirms, another department's head does not", () => {
    expect(may(head, "confirm", buildCase())).toBe(true)
    expect(may(personWith("other-head", "department-head"), "confirm", buildCase())).toBe(false)
    expect(may(personWith("other-head", "department-head"), "confirm", buildCase({ headPersonId: null }))).toBe(true)
  })
  it("the finance lead confirms or contests", () => expect([may(finance, "confirm", buildCase()), may(finance, "contest", buildCase())]).toEqual([true, true]))
  it("the owner does not confirm or contest alone", () => expect([may(owner, "confirm", buildCase()), may(owner, "contest", buildCase())]).toEqual([false, false]))
  it("the product confirms by silence but never contests", () => expect([may(job, "confirm", buildCase()), may(job, "contest", buildCase())]).toEqual([true, false]))
  it("the control office decides a contest, unless it contested itself", () => {
    expect(may(office, "decide-contest", buildCase({ contestedBy: "head" }))).toBe(true)
    expect(why(office, "decide-contest", buildCase({ contestedBy: "office" }))).toBe("separation-of-duties")
    expect(may(finance, "decide-contest", buildCase())).toBe(false)
  })
})

describe("grading", () => {
  it("the finance lead proposes and the control office grades", () => {
    expect([may(finance, "propose-grade", buildCase()), may(finance, "grade", buildCase())]).toEqual([true, false])
    expect([may(office, "propose-grade", buildCase()), may(office, "grade", buildCase()), may(office, "regrade", buildCase())]).toEqual([false, true, true])
  })
  it("an owner never grades their own deficiency, whatever their role", () => {
    expect(why(personWith("owner", "control-office"), "grade", buildCase())).toBe("separation-of-duties")
    expect(why(personWith("performer", "finance-lead"), "propose-grade", buildCase())).toBe("separation-of-duties")
  })
  it("leadership alone determines", () => expect([may(personWith("l", "leadership"), "determine", buildCase()), may(office, "determine", buildCase()), may(chief, "determine", buildCase())]).toEqual([true, false, false]))
})

describe("remediation", () => {
  it("the finance lead agrees the plan", () => expect([may(finance, "agree-plan", buildCase()), may(owner, "agree-plan", buildCase())]).toEqual([true, false]))
  it("owner or remediator starts and reports, nobody else", () => {
    const other = buildCase({ remediatorPersonId: "remediator" })
    for (const event of ["start-remediation", "report-implemented", "request-extension"] as const) {
      expect([may(owner, event, other), may(personWith("remediator"), event, other), may(finance, event, other)]).toEqual([true, true, false])
    }
  })
  it("who remedied or reported does not verify", () => {
    expect(may(finance, "verify-implementation", buildCase())).toBe(true)
    expect(why(finance, "verify-implementation", buildCase({ remediatorPersonId: "finance" }))).toBe("separation-of-duties")
    expect(why(personWith("owner", "finance-lead"), "reject-implementation", buildCase())).toBe("separation-of-duties")
    expect(why(finance, "verify-implementation", buildCase({ implementation: { id: "i", reportedBy: "finance", implementedOn: "2026-11-01" } }))).toBe("separation-of-duties")
  })
  it("who asked for more time does not grant it", () => {
    const asked = buildCase({ extension: { id: "e", requestedBy: "finance", dueOn: "2026-12-31" } })
    expect(why(finance, "decide-extension", asked)).toBe("separation-of-duties")
    expect(may(personWith("finance2", "finance-lead"), "decide-extension", asked)).toBe(true)
  })
})

describe("retest", () => {
  it("neither owner, performer nor remediator retests", () => {
    for (const person of ["owner", "performer", "remediator"]) {
      expect(why(personWith(person, "tester"), "start-retest", buildCase({ remediatorPersonId: "remediator" }))).toBe("separation-of-duties")
    }
  })
  it("a remediator replaced by a later plan does not retest, nor verify, nor close", () => {
    const replaced = buildCase({ remediatorPersonId: "other", remediedBy: ["tester", "finance", "other"] })
    expect(why(tester, "start-retest", replaced)).toBe("separation-of-duties")
    expect(why(finance, "verify-implementation", replaced)).toBe("separation-of-duties")
    expect(why(finance, "close", { ...passed, remediedBy: ["finance"] })).toBe("separation-of-duties")
    expect(may(tester2, "start-retest", replaced)).toBe(true)
    expect(may(tester, "report-implemented", replaced)).toBe(false)
  })
  it("the first tester retests a control deficiency, but no significant or material one", () => {
    expect(may(tester, "start-retest", buildCase())).toBe(true)
    expect(why(tester, "start-retest", significant)).toBe("separation-of-duties")
    expect(why(tester, "start-retest", buildCase({ grade: "material-weakness" }))).toBe("separation-of-duties")
    expect([may(tester2, "start-retest", significant), may(audit, "start-retest", significant)]).toEqual([true, true])
  })
  it("only the retester who started it decides it", () => {
    expect(may(tester2, "pass-retest", passed)).toBe(true)
    expect([may(tester, "pass-retest", passed), may(audit, "fail-retest", passed)]).toEqual([false, false])
  })
})

describe("the end", () => {
  it("the finance lead or the control office closes", () => expect([may(finance, "close", passed), may(office, "close", passed), may(owner, "close", passed)]).toEqual([true, true, false]))
  it("a department head never closes a deficiency of the own department", () => {
    expect(why(head, "close", passed)).toBe("separation-of-duties")
    expect(why(personWith("head", "department-head", "finance-lead"), "close", passed)).toBe("separation-of-duties")
  })
  it("owner, remediator and retester do not close", () => {
    expect(why(personWith("owner", "finance-lead"), "close", passed)).toBe("separation-of-duties")
    expect(why(personWith("remediator", "finance-lead"), "close", { ...passed, remediatorPersonId: "remediator" })).toBe("separation-of-duties")
    expect(why(personWith("tester2", "tester", "finance-lead"), "close", passed)).toBe("separation-of-duties")
  })
  it("a significant risk is accepted by the chief accountant alone", () => {
    expect([may(chief, "accept-risk", significant), may(office, "accept-risk", significant)]).toEqual([true, false])
    expect([may(office, "accept-risk", buildCase()), may(finance, "accept-risk", buildCase())]).toEqual([true, false])
  })
  it("a withdrawal takes a second person of control office or internal audit", () => {
    expect(may(finance, "propose-withdrawal", buildCase())).toBe(true)
    const proposed = buildCase({ withdrawalProposed: true, withdrawalProposedBy: "office" })
    expect([why(office, "withdraw", proposed), why(office2, "withdraw", proposed), why(audit, "withdraw", proposed), why(finance, "withdraw", proposed)])
      .toEqual(["separation-of-duties", "allowed", "allowed", "not-allowed"])
  })
})

it("an external auditor changes nothing", () => {
  const events = ["confirm", "contest", "grade", "agree-plan", "report-implemented", "verify-implementation", "start-retest", "close", "withdraw", "reopen"] as const
  expect(events.filter((event) => may(auditor, event, passed))).toEqual([])
  expect(mayRegister(auditor, plant.id, "self-report").allowed).toBe(false)
})

it("whoever works in the unit reports; audits and inspections are for those who ran them", () => {
  expect(mayRegister(owner, plant.id, "self-report").allowed).toBe(true)
  expect(mayRegister(personWith("nobody"), plant.id, "self-report").allowed).toBe(true)
  expect([mayRegister(owner, plant.id, "inspection").allowed, mayRegister(finance, plant.id, "inspection").allowed, mayRegister(finance, plant.id, "audit").allowed, mayRegister(audit, plant.id, "audit").allowed]).toEqual([false, true, false, true])
  expect(mayRegister(personWith("admin", "administrator"), plant.id, "self-report").allowed).toBe(false)
})
