import type { Work } from "@/lib/platform/door"
import { found, fresh, refuse } from "@/lib/platform/refusal"
import { type AssessmentRow, assessmentIn } from "../queries/assessments"

/** An assessment locked until the transaction ends; *not found* where it is not visible. */
export async function assessmentForChange(work: Work, input: { id: string; version?: number }): Promise<AssessmentRow> {
  await work.tx.$queryRaw`select 1 as locked from "Assessment" where id = ${input.id}::uuid for update`
  return fresh(found(await assessmentIn(work.tx, input.id)), input.version)
}

type Moved = { status: string; editionId?: string; openedBy?: string | null; openedAt?: Date; inReviewAt?: Date; closedBy?: string | null; closedAt?: Date }

/** Moves the assessment on, only from the version that was read. */
export async function moveAssessment(work: Work, assessment: AssessmentRow, data: Moved): Promise<{ id: string; version: number }> {
  const version = assessment.version + 1
  const { count } = await work.tx.assessment.updateMany({ where: { id: assessment.id, version: assessment.version }, data: { ...data, version } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
  return { id: assessment.id, version }
}
