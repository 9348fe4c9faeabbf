import { record } from "@/lib/audit/record"
import { apply, handoverForChange, type Changed } from "@/lib/handovers/commands/change"
import { about, subjectsOf, tellSigners, words } from "@/lib/handovers/commands/tell"
import { mayConduct } from "@/lib/handovers/policy"
import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { roleHasEndedIn } from "@/lib/handovers/queries/lapsed"
import { step } from "@/lib/handovers/rules/lifecycle"
import type { CancelHandover } from "@/lib/handovers/schema"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, permit, refuse, type Result } from "@/lib/platform/refusal"
import { resumeHoldingsWithin, takeBackPointsWithin } from "@/lib/units/commands/pass"
import { accountIn } from "@/lib/units/queries/people"

/** Nobody leaves after all: the interim owner gives the points back, and the positions go on. */
export async function cancelHandover(actor: Actor, input: CancelHandover): Promise<Result<Changed>> {
  return asActor(actor, "handovers.cancel", async (work) => {
    const handover = await handoverForChange(work, input)
    permit(mayConduct(actor, handover), handover)
    accept(step(handover.status, "cancel"))
    if (!(await accountIn(work.tx, { id: handover.personId }))) refuse("wrong-state", "handovers.refusals.gone")
    if (await roleHasEndedIn(work.tx, handover, today(work.now))) refuse("wrong-state", "handovers.refusals.noRole")
    return withdrawWithin(work, handover, input.reason)
  })
}

/** The same within a command that has permitted it. */
export async function withdrawWithin(work: Work, handover: HandoverRow, reason: string): Promise<Changed> {
  const status = accept(step(handover.status, "cancel"))
  const { unitId, personId, interimPersonId, leavesOn: left } = handover
  await resumeHoldingsWithin(work, handover.holdings, left)
  const pointIds = handover.items.filter(({ kind }) => kind === "point").map(({ subjectId }) => subjectId)
  const passed = interimPersonId ? await takeBackPointsWithin(work, { unitId, personId, interimPersonId, left, pointIds, reason }) : { pointIds: [], ownershipIds: [] }
  const changed = await apply(work, handover, status, { endedBy: work.actor.personId, endedAt: work.now, endReason: reason })
  await tellSigners(work, handover.id, "cancelled")
  await record(work, {
    type: "handovers.cancelled", unitId: handover.unitId, subjects: [...about(handover), ...subjectsOf(passed)], params: await words(work, handover),
    before: { status: handover.status }, after: { status }, why: reason,
  })
  return changed
}
