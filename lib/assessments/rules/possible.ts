import { possibleEvents, readState } from "@/lib/platform/lifecycle"
import { type AssessmentEvent, assessmentLifecycle, testLifecycle, type TestEvent } from "./lifecycle"

export type AssessmentStepName = Exclude<AssessmentEvent, "plan">

/** What can happen next to an assessment in a state. */
export function possibleSteps(status: string): AssessmentStepName[] {
  return possibleEvents(assessmentLifecycle, readState(assessmentLifecycle, status)).filter((event) => event !== "plan")
}

/** The states from which a next step waits for the lines. */
export const closable = assessmentLifecycle.states.filter((state) => possibleSteps(state).some((step) => step !== "open"))

/** What can happen next to a paper in a state. */
export function possibleOnPaper(status: string): readonly TestEvent[] {
  return possibleEvents(testLifecycle, readState(testLifecycle, status))
}
