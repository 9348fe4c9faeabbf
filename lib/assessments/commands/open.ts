import { record } from "@/lib/audit/record"
import { planObligationsWithin } from "@/lib/evidence/commands/plan"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { today } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { quarterPeriod } from "@/lib/platform/periods"
import { accept, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { unitOf } from "@/lib/units/queries/units"
import { ownersIn } from "@/lib/units/queries/owners"
import { mayOpen } from "../policy"
import type { AssessmentRow } from "../queries/assessments"
import { stepAssessment } from "../rules/step"
import type { AssessmentStep } from "../schema"
import { assessmentForChange, moveAssessment } from "./assessment"

/**
 * Opens a planned assessment: a line for every applicable point, with the edition in force, owner and frequency frozen,
 * in one statement; and the quarter's obligations (domain.md § 4).
 */
export async function openAssessment(actor: Actor, input: AssessmentStep): Promise<Result<{ id: string; version: number; tests: number }>> {
  return asActor(actor, "assessments.open", async (work) => {
    const assessment = await assessmentForChange(work, input)
    permit(mayOpen(actor, assessment), assessment)
    const status = accept(stepAssessment(assessment.status, "open"))
    const { start, end } = quarterPeriod(assessment.quarter)
    if (today(work.now) < start) refuse("wrong-state", "assessments.refusals.quarter-not-begun", { params: { start } })
    const unit = found(await unitOf(work.tx, assessment.unitId))
    refuseCeased(unit, start)
    const edition = await editionInForceIn(work.tx, end)
    if (!edition) return refuse("wrong-state", "assessments.refusals.no-edition", { who: ["control-office"] })
    const tests = await writeLines(work, assessment, edition.id)
    if (tests === 0) refuse("wrong-state", "assessments.refusals.no-points", { who: ["control-office"] })
    const { created } = await planObligationsWithin(work, { unitId: assessment.unitId, quarter: assessment.quarter })
    const moved = await moveAssessment(work, assessment, { status, editionId: edition.id, openedBy: actor.personId, openedAt: work.now })
    await record(work, {
      type: "assessments.opened", unitId: assessment.unitId, subjects: [{ kind: "assessment", id: assessment.id }],
      params: { quarter: assessment.quarter, count: tests, obligations: created, edition: edition.number },
      before: { status: assessment.status }, after: { status },
    })
    return { ...moved, tests }
  })
}

async function writeLines(work: Work, assessment: AssessmentRow, editionId: string): Promise<number> {
  const unit = found(await unitOf(work.tx, assessment.unitId))
  const points = await applicablePointsIn(work.tx, unit, editionId)
  const owners = await ownersIn(work.tx, unit.id, today(work.now))
  return work.tx.$executeRaw`
    insert into "Test" (id, "unitId", "assessmentId", quarter, "pointId", "pointVersionId", code, "nodeCode", frequency, nature, "ownerPersonId")
    select line.id, ${unit.id}::uuid, ${assessment.id}::uuid, ${assessment.quarter}, line.point, line.version, line.code, line.node,
           line.frequency, line.nature, nullif(line.owner, '')::uuid
    from unnest(
      ${points.map(() => newId())}::uuid[], ${points.map((point) => point.pointId)}::uuid[], ${points.map((point) => point.id)}::uuid[],
      ${points.map((point) => point.code)}::text[], ${points.map((point) => point.node.code)}::text[],
      ${points.map((point) => point.frequency)}::text[], ${points.map((point) => point.nature)}::text[],
      ${points.map((point) => owners.get(point.pointId) ?? "")}::text[]
    ) as line (id, point, version, code, node, frequency, nature, owner)`
}
