import { next, readState } from "@/lib/platform/lifecycle"
import { change, type Outcome, refused } from "@/lib/platform/refusal"
import { assessmentLifecycle, type AssessmentEvent, type AssessmentState, testLifecycle, type TestEvent, type TestState } from "./lifecycle"

/** The paper's state after an event, or a refusal that says where it stands. */
export function stepTest(status: string, event: TestEvent): Outcome<TestState> {
  const state = readState(testLifecycle, status)
  const to = next(testLifecycle, state, event)
  return typeof to === "string" ? change(to) : refused("wrong-state", `assessments.refusals.test-${state}`)
}

/** The assessment's state after an event, or a refusal that says where it stands. */
export function stepAssessment(status: string, event: AssessmentEvent): Outcome<AssessmentState> {
  const state = readState(assessmentLifecycle, status)
  const to = next(assessmentLifecycle, state, event)
  return typeof to === "string" ? change(to) : refused("wrong-state", `assessments.refusals.assessment-${state}`)
}
