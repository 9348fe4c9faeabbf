import { mayReopen, mayRegister } from "@/lib/deficiencies/policy/confirmation"
import { caseIn } from "@/lib/deficiencies/queries/case"
import { hasOpenSuccessorIn, recordForChangeIn } from "@/lib/deficiencies/queries/record"
import { move } from "@/lib/deficiencies/rules/transition"
import type { Register, Reopen } from "@/lib/deficiencies/schema/inputs"
import { kinds } from "@/lib/deficiencies/schema/values"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { accept, found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { unitOf } from "@/lib/units/queries/units"
import { type Registered, registerWithin } from "./register"

/** Raised by hand: from an inspection, an audit, or a person's own report (domain.md § 5). */
export async function registerDeficiency(actor: Actor, input: Register): Promise<Result<Registered>> {
  return asActor(actor, "deficiencies.register", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayRegister(actor, unit.id, input.source), { unitId: unit.id })
    const edition = await editionInForceIn(work.tx, today(work.now))
    const points = edition ? await applicablePointsIn(work.tx, unit, edition.id) : []
    const point = points.find(({ pointId }) => pointId === input.pointId)
    if (!point) return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "pointId", message: "deficiencies.errors.pointUnknown" }] })
    return registerWithin(work, { ...input, pointVersionId: point.id })
  })
}

/** A closed deficiency has come back: a new one, linked to it, begins its own life. */
export async function reopenDeficiency(actor: Actor, input: Reopen): Promise<Result<Registered>> {
  return asActor(actor, "deficiencies.reopen", async (work) => {
    const row = fresh(found(await recordForChangeIn(work.tx, input.id)), input.version)
    const deficiency = await caseIn(work.tx, row, today(work.now))
    permit(mayReopen(actor, deficiency), deficiency)
    accept(move(deficiency, "reopen", today(work.now)))
    if (await hasOpenSuccessorIn(work.tx, row)) refuse("conflict", "deficiencies.refusals.reopened")
    return registerWithin(work, {
      unitId: row.unitId, pointId: row.pointId, pointVersionId: row.pointVersionId, kind: kinds.find((kind) => kind === row.kind) ?? "operating",
      source: "inspection", title: input.title || row.title, description: input.description, financialReporting: row.financialReporting,
      firstTesterPersonId: row.firstTesterPersonId, predecessor: { id: row.id, number: row.number },
    })
  })
}
