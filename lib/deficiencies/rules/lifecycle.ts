import { lifecycle, none } from "@/lib/platform/lifecycle"

const grading = { regrade: "graded", determine: "graded" } as const
const mistaken = { "propose-withdrawal": "registered", withdraw: "withdrawn" } as const

/** The life of a deficiency (lifecycles.md). A passed retest stays `retesting` until the closure; a reopened one is a new, linked deficiency. */
export const deficiencyLifecycle = lifecycle({
  name: "deficiency",
  initial: "registered",
  states: [
    "registered", "contested", "confirmed", "graded", "planned", "in-remediation", "implemented", "observing", "retesting",
    "closed", "accepted", "withdrawn",
  ],
  events: [
    "register", "confirm", "contest", "decide-contest", "propose-grade", "grade", "regrade", "determine", "agree-plan",
    "start-remediation", "request-extension", "decide-extension", "report-implemented", "verify-implementation",
    "reject-implementation", "start-retest", "pass-retest", "fail-retest", "close", "accept-risk", "expire-acceptance",
    "propose-withdrawal", "withdraw", "reopen",
  ],
  transitions: {
    [none]: { register: "registered" },
    registered: { confirm: "confirmed", contest: "contested", ...mistaken },
    contested: { "decide-contest": ["confirmed", "withdrawn"] },
    confirmed: { "propose-grade": "confirmed", grade: "graded", "propose-withdrawal": "confirmed", withdraw: "withdrawn" },
    graded: { ...grading, "agree-plan": "planned", "accept-risk": "accepted", "propose-withdrawal": "graded", withdraw: "withdrawn" },
    planned: {
      regrade: "planned", determine: "planned", "agree-plan": "planned", "start-remediation": "in-remediation",
      "request-extension": "planned", "decide-extension": "planned", "accept-risk": "accepted",
      "propose-withdrawal": "planned", withdraw: "withdrawn",
    },
    "in-remediation": {
      regrade: "in-remediation", determine: "in-remediation", "request-extension": "in-remediation",
      "decide-extension": "in-remediation", "report-implemented": "implemented", "accept-risk": "accepted",
      "propose-withdrawal": "in-remediation", withdraw: "withdrawn",
    },
    implemented: { "verify-implementation": "observing", "reject-implementation": "in-remediation" },
    observing: { "start-retest": "retesting" },
    retesting: { "pass-retest": "retesting", "fail-retest": "in-remediation", close: "closed" },
    accepted: { "expire-acceptance": "graded", "agree-plan": "planned" },
    closed: { reopen: "closed" },
  },
})
