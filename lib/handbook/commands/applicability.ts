import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayOverrideApplicability } from "@/lib/handbook/policy"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { overridesIn } from "@/lib/handbook/queries/overrides"
import { pointOfEditionIn } from "@/lib/handbook/queries/points"
import { applies } from "@/lib/handbook/rules/applicability"
import { today } from "@/lib/platform/days"
import { unitOf } from "@/lib/units/queries/units"
import type { OverrideApplicability } from "@/lib/handbook/schema/inputs"

/** Decides for one unit, with a reason, that a point applies or does not; the decision before it is withdrawn (domain.md § 1). */
export async function overrideApplicability(actor: Actor, input: OverrideApplicability): Promise<Result<{ id: string }>> {
  return asActor(actor, "handbook.override-applicability", async (work) => {
    const { tx, now } = work
    const unit = found(await unitOf(tx, input.unitId))
    const edition = await editionInForceIn(tx, today(now))
    if (!edition) refuse("wrong-state", "handbook.refusals.noEdition")
    const point = found(await pointOfEditionIn(tx, input.pointId, edition.id))
    permit(mayOverrideApplicability(actor, unit.id), { unitId: unit.id, id: point.pointId })
    // The unit's decisions on a point follow one another.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${unit.id} ${point.pointId}`}, 0))::text`
    const before = (await overridesIn(tx, unit.id)).get(point.pointId)
    if (applies(point.kinds, unit.kind, before) === input.applicable) refuse("conflict", "handbook.refusals.noDifferenceFromDecision")
    if (before) await tx.applicabilityOverride.update({ where: { id: before.id }, data: { withdrawnAt: now } })
    const id = newId()
    const { applicable, reason } = input
    await tx.applicabilityOverride.create({ data: { id, unitId: unit.id, pointId: point.pointId, applicable, reason, decidedBy: actor.personId, decidedAt: now } })
    await record(work, {
      type: "handbook.applicability-overridden", unitId: unit.id, subjects: [{ kind: "override", id }, { kind: "point", id: point.pointId }],
      params: { code: point.code, applicable: applicable ? "yes" : "no" }, before: { applicable: !applicable }, after: { applicable }, why: reason,
    })
    return { id }
  })
}
