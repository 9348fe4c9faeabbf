import { record } from "@/lib/audit/record"
import { sealQuarterWithin } from "@/lib/evidence/commands/seal"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, permit, type Result } from "@/lib/platform/refusal"
import { mayLead } from "../policy"
import { type AssessmentRow, closingLinesIn } from "../queries/assessments"
import { mayCloseNow, mayStartReview } from "../rules/closing"
import { factsOf } from "../rules/standing"
import { stepAssessment } from "../rules/step"
import type { AssessmentStep } from "../schema"
import { assessmentForChange, moveAssessment } from "./assessment"

/** Ends the testing: every due paper has its conclusion. */
export async function startReview(actor: Actor, input: AssessmentStep): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.startReview", async (work) => {
    const assessment = await assessmentForChange(work, input)
    permit(mayLead(actor, assessment), assessment)
    const status = accept(stepAssessment(assessment.status, "start-review"))
    accept(mayStartReview(await closingLinesIn(work.tx, assessment)))
    const moved = await moveAssessment(work, assessment, { status, inReviewAt: work.now })
    await record(work, {
      type: "assessments.reviewStarted", unitId: assessment.unitId, subjects: [{ kind: "assessment", id: assessment.id }],
      params: { quarter: assessment.quarter }, before: { status: assessment.status }, after: { status },
    })
    return moved
  })
}

/** Closes the quarter and seals it: its papers and its evidence never change again (domain.md § 4, fixed). */
export async function closeAssessment(actor: Actor, input: AssessmentStep): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.close", async (work) => {
    const assessment = await assessmentForChange(work, input)
    permit(mayLead(actor, assessment), assessment)
    const status = accept(stepAssessment(assessment.status, "close"))
    const lines = await closingLinesIn(work.tx, assessment)
    accept(mayCloseNow(lines))
    const { papers, records } = await sealWithin(work, assessment)
    const moved = await moveAssessment(work, assessment, { status, closedBy: actor.personId, closedAt: work.now })
    await record(work, {
      type: "assessments.closed", unitId: assessment.unitId, subjects: [{ kind: "assessment", id: assessment.id }],
      params: { quarter: assessment.quarter, papers, records }, before: { status: assessment.status }, after: { status, facts: factsOf(lines) },
    })
    return moved
  })
}

// Lines that are still unassigned here are those not due: the closing rule has let no other through.
async function sealWithin(work: Work, { id, unitId, quarter }: AssessmentRow): Promise<{ papers: number; records: number }> {
  const papers = await work.tx.$executeRaw`
    update "Test" set conclusion = case when status = 'signed-off' then conclusion else 'not-due' end,
      status = 'sealed', "sealedAt" = ${work.now}, version = version + 1
    where "unitId" = ${unitId}::uuid and "assessmentId" = ${id}::uuid and status <> 'sealed'`
  const { sealed } = await sealQuarterWithin(work, { unitId, quarter })
  return { papers, records: sealed }
}
