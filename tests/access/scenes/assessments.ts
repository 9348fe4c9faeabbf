import { openPaper } from "@/lib/assessments/commands/open-paper"
import { startReview } from "@/lib/assessments/commands/close"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { signOff } from "@/lib/assessments/commands/sign-off"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { crewOf, finish, openQuarter } from "../../builders/assessment"
import { at, gave } from "../../builders/evidence"
import type { Stage } from "../cast"
import type { SetScene } from "./scene"

const day = "2026-10-12"
const quarter = "2026-Q3"

async function planned(stage: Stage): Promise<string> {
  return gave(await planAssessment(actingAt(stage.people.finance, at(day)), { unitId: stage.east, quarter })).id
}

/** A quarter whose due papers are all reviewed, and read by whoever may lead. */
export async function testedQuarter(stage: Stage): Promise<{ id: string; leads: Actor[]; day: string }> {
  const { id, lines } = await openQuarter(stage, quarter, day)
  const due = lines.filter((line) => !["yearly", "half-yearly"].includes(line.frequency))
  const leads = [stage.people.finance, stage.people.office].map((lead) => actingAt(lead, at(day)))
  for (const line of due) {
    await finish(crewOf(stage, day), line, 20)
    for (const lead of leads) gave(await openPaper(lead, { id: line.id }))
  }
  return { id, leads, day }
}

async function signed(stage: Stage): Promise<string> {
  const { id, leads: [lead] } = await testedQuarter(stage)
  if (!lead) throw new Error("nobody leads")
  gave(await startReview(lead, { id }))
  gave(await signOff(lead, { assessmentId: id, node: "9.1" }))
  return id
}

export const assessments: Record<string, SetScene> = {
  "assessments.planAction": ({ east }) => ({ input: { unitId: east, quarter }, day }),
  "assessments.openAction": async (stage) => ({ input: { id: await planned(stage) }, day }),
  "assessments.startReviewAction": async (stage) => ({ input: { id: (await testedQuarter(stage)).id }, day }),
  "assessments.signOffAction": async (stage) => ({ input: { assessmentId: (await testedQuarter(stage)).id, node: "9.1" }, day }),
  "assessments.closeAction": async (stage) => ({ input: { id: await signed(stage) }, day }),
  "assessments.assignAction": async (stage) => ({
    input: { testIds: [(await openQuarter(stage, quarter, day)).line("9.1.1.4").id], testerPersonId: stage.people.tester.personId, reviewerPersonId: stage.people.tester2.personId }, day,
  }),
}
