import { record } from "@/lib/audit/record"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { quarterPeriod } from "@/lib/platform/periods"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { unitOf } from "@/lib/units/queries/units"
import { mayOpen } from "../policy"
import type { PlanAssessment } from "../schema"

/** Plans the assessment of a unit's quarter; there is one at most (domain.md § 4). */
export async function planAssessment(actor: Actor, input: PlanAssessment): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "assessments.plan", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayOpen(actor, { unitId: unit.id }), { unitId: unit.id })
    refuseCeased(unit, quarterPeriod(input.quarter).start)
    const edition = await editionInForceIn(work.tx, quarterPeriod(input.quarter).end)
    if (!edition) return refuse("wrong-state", "assessments.refusals.no-edition", { who: ["control-office"] })
    const there = await work.tx.assessment.findFirst({ where: { unitId: unit.id, quarter: input.quarter }, select: { id: true } })
    if (there) refuse("conflict", "assessments.refusals.planned-already", { errors: [{ path: "quarter", message: "assessments.refusals.planned-already" }] })
    const id = newId()
    await work.tx.assessment.create({
      data: { id, unitId: unit.id, quarter: input.quarter, editionId: edition.id, plannedBy: actor.personId, plannedAt: work.now },
    })
    await record(work, {
      type: "assessments.planned", unitId: unit.id, subjects: [{ kind: "assessment", id }], params: { quarter: input.quarter, edition: edition.number },
      after: { status: "planned" },
    })
    return { id, version: 1 }
  })
}
