import { record } from "@/lib/audit/record"
import { mayPlan } from "@/lib/evidence/policy"
import { obligationsOf } from "@/lib/evidence/rules/due"
import type { PlanObligations } from "@/lib/evidence/schema"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { quarterPeriod } from "@/lib/platform/periods"
import { calendarIn } from "@/lib/units/queries/calendar"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { unitOf } from "@/lib/units/queries/units"
import { hasCeased } from "@/lib/units/rules"

/** Writes down what a unit owes in a quarter (domain.md § 3); what is there already stays as it is. */
export async function planObligations(actor: Actor, input: PlanObligations): Promise<Result<{ created: number }>> {
  return asActor(actor, "evidence.planObligations", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayPlan(actor, input.unitId), { unitId: input.unitId })
    refuseCeased(unit, quarterPeriod(input.quarter).start)
    const planned = await planObligationsWithin(work, input)
    if (planned.created > 0) {
      await record(work, {
        type: "evidence.planned",
        unitId: input.unitId,
        subjects: [{ kind: "unit", id: input.unitId }],
        params: { quarter: input.quarter, count: planned.created },
      })
    }
    return planned
  })
}

/** The same within another command, which records its own event. One statement writes all obligations of the unit. */
export async function planObligationsWithin(work: Work, { unitId, quarter }: PlanObligations): Promise<{ created: number }> {
  const { tx, now } = work
  const unit = found(await unitOf(tx, unitId))
  const edition = await editionInForceIn(tx, quarterPeriod(quarter).end)
  if (!edition) return refuse("wrong-state", "evidence.refusals.noEdition")
  const [points, calendar] = [await applicablePointsIn(tx, unit, edition.id), await calendarIn(tx, unit.country)]
  const toPlan = points.map((point) => ({ pointId: point.pointId, pointVersionId: point.id, frequency: point.frequency }))
  // A period that ends when the unit has ceased is owed by nobody.
  const owed = obligationsOf(toPlan, quarter, unit.graceDays, calendar).filter(({ periodEnd }) => !hasCeased(unit, periodEnd))
  if (owed.length === 0) return { created: 0 }
  const created = await tx.$executeRaw`
    insert into "Obligation" (id, "unitId", "pointId", "pointVersionId", kind, period, "periodStart", "periodEnd", quarter, "dueOn", "createdAt")
    select o.id, ${unitId}::uuid, o.point, o.version, o.kind, o.period, o.start, o.stop, ${quarter}, o.due, ${now}
    from unnest(
      ${owed.map(() => newId())}::uuid[], ${owed.map((one) => one.pointId)}::uuid[], ${owed.map((one) => one.pointVersionId)}::uuid[],
      ${owed.map((one) => one.kind)}::text[], ${owed.map((one) => one.period)}::text[], ${owed.map((one) => one.periodStart)}::date[],
      ${owed.map((one) => one.periodEnd)}::date[], ${owed.map((one) => one.dueOn)}::date[]
    ) as o (id, point, version, kind, period, start, stop, due)
    on conflict ("unitId", "pointId", period) do nothing`
  return { created }
}
