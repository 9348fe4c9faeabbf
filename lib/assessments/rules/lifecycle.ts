import { lifecycle } from "@/lib/platform/lifecycle"

/** One unit's quarter of testing (domain.md § 4). */
export const assessmentLifecycle = lifecycle({
  name: "assessment",
  initial: "planned",
  states: ["planned", "open", "in-review", "closed"],
  events: ["plan", "open", "start-review", "close"],
  transitions: {
    none: { plan: "planned" },
    planned: { open: "open" },
    open: { "start-review": "in-review" },
    "in-review": { close: "closed" },
  },
})

/** A working paper (domain.md § 4). Opening an assessment makes it; *not due* is computed, so it is sealed unassigned. */
export const testLifecycle = lifecycle({
  name: "test",
  initial: "unassigned",
  states: ["unassigned", "assigned", "in-progress", "concluded", "reviewed", "signed-off", "sealed"],
  events: [
    "assign", "start", "record-design", "record-conformity", "freeze-population", "draw-samples", "judge-sample", "decide-exception",
    "extend-sample", "conclude", "return-with-notes", "review", "disagree", "resolve-disagreement", "sign-off", "reopen", "seal",
  ],
  transitions: {
    unassigned: { assign: "assigned", seal: "sealed" },
    assigned: { assign: "assigned", start: "in-progress" },
    "in-progress": {
      assign: "in-progress",
      "record-design": "in-progress",
      "record-conformity": "in-progress",
      "freeze-population": "in-progress",
      "draw-samples": "in-progress",
      "judge-sample": "in-progress",
      "decide-exception": "in-progress",
      "extend-sample": "in-progress",
      conclude: "concluded",
      disagree: "in-progress",
      "resolve-disagreement": "in-progress",
    },
    concluded: {
      assign: "concluded",
      "return-with-notes": "in-progress",
      review: "reviewed",
      disagree: "concluded",
      "resolve-disagreement": "concluded",
    },
    reviewed: { disagree: "reviewed", "resolve-disagreement": "reviewed", "sign-off": "signed-off", reopen: "in-progress" },
    "signed-off": { reopen: "in-progress", seal: "sealed" },
  },
})

/** Whether papers are worked on. */
export function isOpenAssessment(status: string): boolean {
  return status === "open" || status === "in-review"
}

export type AssessmentState = (typeof assessmentLifecycle.states)[number]
export type AssessmentEvent = (typeof assessmentLifecycle.events)[number]
export type TestState = (typeof testLifecycle.states)[number]
export type TestEvent = (typeof testLifecycle.events)[number]
