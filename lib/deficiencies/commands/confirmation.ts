import { confirmsFor } from "@/lib/deficiencies/policy/confirmation"
import { deemedConfirmed } from "@/lib/deficiencies/rules/confirmation"
import type { Confirm, DecideContest, WithReason } from "@/lib/deficiencies/schema/inputs"
import { type Actor, isProduct } from "@/lib/platform/actor"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { refuse, type Result } from "@/lib/platform/refusal"
import { type Changed, changeDeficiency, type Loaded } from "./change"

/** Confirms that it is one; by the product after five working days of silence, which count as consent (domain.md § 5). */
export async function confirmDeficiency(actor: Actor, input: Confirm): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "confirm", done: "confirmed" }, async (work, loaded) => {
    const deemed = isProduct(actor)
    if (deemed && !deemedConfirmed(loaded.deficiency.confirmBy, loaded.day)) refuse("wrong-state", "deficiencies.refusals.notDeemedYet", { params: { day: loaded.deficiency.confirmBy } })
    await note(work, loaded, deemed ? "deemed" : "confirmed", input.note ?? "")
    return { after: { confirmation: deemed ? "deemed" : "confirmed", actedFor: confirmsFor(actor, loaded.deficiency) }, params: { deemed: deemed ? "yes" : "no" }, why: input.note }
  })
}

export async function contestDeficiency(actor: Actor, input: WithReason): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "contest", done: "contested" }, async (work, loaded) => {
    await note(work, loaded, "contested", input.reason)
    return { after: { actedFor: confirmsFor(actor, loaded.deficiency) }, why: input.reason }
  })
}

/** The company office's word on a contest: it stands, or it was a mistake. */
export async function decideContest(actor: Actor, input: DecideContest): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "decide-contest", done: "contest-decided", outcome: input.outcome }, async (work, loaded) => {
    const mistaken = input.outcome === "withdrawn"
    await note(work, loaded, mistaken ? "overturned" : "upheld", input.reason)
    if (mistaken) {
      const { id: deficiencyId, unitId } = loaded.row
      await work.tx.closure.create({ data: { id: newId(), unitId, deficiencyId, kind: "withdrawn", reason: input.reason, by: actor.personId, at: work.now } })
    }
    return { params: { outcome: input.outcome }, why: input.reason }
  })
}

async function note({ tx, actor, now }: Work, { row, deficiency }: Loaded, outcome: string, reason: string): Promise<void> {
  await tx.deficiencyConfirmation.create({ data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, outcome, reason, by: actor.personId, actedFor: outcome === "confirmed" || outcome === "contested" ? confirmsFor(actor, deficiency) : null, at: now } })
}
